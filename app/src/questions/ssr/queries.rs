//! All SQL of the questions.

use domain::question::Question;
use sqlx::PgConnection;
use time::OffsetDateTime;
use uuid::Uuid;
use words::language;

pub struct PublishedRow {
    pub id: Uuid,
    pub author_name: String,
    pub body: String,
    pub answer: String,
    pub answered_at: OffsetDateTime,
    pub created_at: OffsetDateTime,
}

/// Published questions, newest answer first, after that of this moment and id.
pub async fn published(
    db: &mut PgConnection,
    product: Uuid,
    after: Option<(OffsetDateTime, Uuid)>,
    limit: i64,
) -> sqlx::Result<Vec<PublishedRow>> {
    let (at, id) = after.unzip();
    sqlx::query_as!(
        PublishedRow,
        r#"select id, author_name, body, answer as "answer!", answered_at as "answered_at!", created_at from questions
           where product_id = $1 and state = 'published'
               and ($2::timestamptz is null or (answered_at, id) < ($2, $3))
           order by answered_at desc, id desc limit $4"#,
        product,
        at,
        id,
        limit
    )
    .fetch_all(db)
    .await
}

/// The product with this slug, where shoppers may see it.
pub async fn product(db: &mut PgConnection, slug: &str) -> sqlx::Result<Option<Uuid>> {
    sqlx::query_scalar!(
        "select p.id from products p join merchants m on m.id = p.merchant_id
         where p.slug = $1 and p.state = 'active' and p.published_at is not null and m.state = 'active'",
        slug
    )
    .fetch_optional(db)
    .await
}

pub struct SubjectRow {
    pub id: Uuid,
    pub title: String,
    pub merchant_email: String,
}

/// The product with this slug, where shoppers may see it. Whoever asks about it waits for those who ask at the same time.
pub async fn lock_product(db: &mut PgConnection, slug: &str) -> sqlx::Result<Option<SubjectRow>> {
    sqlx::query_as!(
        SubjectRow,
        "select p.id, p.title, m.email as merchant_email from products p join merchants m on m.id = p.merchant_id
         where p.slug = $1 and p.state = 'active' and p.published_at is not null and m.state = 'active'
         for no key update of p",
        slug
    )
    .fetch_optional(db)
    .await
}

/// The question that this request made before.
pub async fn of_request(db: &mut PgConnection, request: &[u8]) -> sqlx::Result<Option<Uuid>> {
    sqlx::query_scalar!("select id from questions where request_hash = $1", request)
        .fetch_optional(db)
        .await
}

/// What names a new question, beside its words.
pub struct New<'a> {
    pub id: Uuid,
    pub product: Uuid,
    pub request_hash: &'a [u8],
    pub answer_token_hash: &'a [u8],
    pub now: OffsetDateTime,
}

/// Keeps a question while fewer than `most` of the product wait; false when it is not kept. The product is locked.
pub async fn insert(
    db: &mut PgConnection,
    new: New<'_>,
    question: &Question,
    most: i64,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "insert into questions (id, product_id, author_name, email, body, request_hash, answer_token_hash, created_at, language)
         select $1, $2, $3, $4, $5, $6, $7, $8, $10
         where (select count(*) from questions where product_id = $2 and state = 'pending') < $9",
        new.id,
        new.product,
        question.name,
        question.email,
        question.body,
        new.request_hash,
        new.answer_token_hash,
        new.now,
        most,
        language().tag()
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

pub struct HeldRow {
    pub id: Uuid,
    pub product_id: Uuid,
    pub product_title: String,
    pub product_slug: String,
    pub author_name: String,
    pub email: Option<String>,
    pub body: String,
    pub state: String,
    pub answer: Option<String>,
    pub created_at: OffsetDateTime,
    /// What the asker speaks.
    pub language: String,
}

/// The question whose token has this hash.
pub async fn held(db: &mut PgConnection, token_hash: &[u8]) -> sqlx::Result<Option<HeldRow>> {
    sqlx::query_as!(
        HeldRow,
        "select q.id, q.product_id, p.title as product_title, p.slug as product_slug, q.author_name, q.email, q.body, q.state,
             q.answer, q.created_at, q.language
         from questions q join products p on p.id = q.product_id where q.answer_token_hash = $1",
        token_hash
    )
    .fetch_optional(db)
    .await
}

/// As [`held`], for one at a time, with the product's name in the asker's language.
pub async fn lock_held(db: &mut PgConnection, token_hash: &[u8]) -> sqlx::Result<Option<HeldRow>> {
    sqlx::query_as!(
        HeldRow,
        r#"select q.id, q.product_id, title_in(p, q.language) as "product_title!", p.slug as product_slug, q.author_name, q.email, q.body, q.state,
             q.answer, q.created_at, q.language
         from questions q join products p on p.id = q.product_id where q.answer_token_hash = $1
         for update of q"#,
        token_hash
    )
    .fetch_optional(db)
    .await
}

/// Publishes the answer. The asker's address goes with it.
pub async fn publish(
    db: &mut PgConnection,
    id: Uuid,
    answer: &str,
    now: OffsetDateTime,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update questions set state = 'published', answer = $2, answered_at = coalesce(answered_at, $3), email = null
         where id = $1",
        id,
        answer,
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

pub async fn hide(db: &mut PgConnection, id: Uuid) -> sqlx::Result<()> {
    sqlx::query!("update questions set state = 'hidden' where id = $1", id)
        .execute(db)
        .await?;
    Ok(())
}

/// Forgets the addresses of those who asked before that moment.
pub async fn forget_emails(db: &mut PgConnection, before: OffsetDateTime) -> sqlx::Result<()> {
    sqlx::query!(
        "update questions set email = null where id in
             (select id from questions where email is not null and created_at < $1
              order by created_at limit 500 for update skip locked)",
        before
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Deletes what was asked before that moment and never answered.
pub async fn delete_unanswered(db: &mut PgConnection, before: OffsetDateTime) -> sqlx::Result<()> {
    sqlx::query!(
        "delete from questions where id in
             (select id from questions where answer is null and created_at < $1
              order by created_at limit 500 for update skip locked)",
        before
    )
    .execute(db)
    .await?;
    Ok(())
}
