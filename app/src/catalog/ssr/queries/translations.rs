//! Translations of content. Read and written by lots; pages join them where they read the content itself.

use sqlx::PgConnection;
use time::OffsetDateTime;

/// Products of a lot of an export.
const LOT: i64 = 500;

/// Until the end of the transaction a statement may take as long as it does.
pub async fn take_time(db: &mut PgConnection) -> sqlx::Result<()> {
    sqlx::query!("set local statement_timeout = 0")
        .execute(db)
        .await?;
    Ok(())
}

/// Rows of an import, column by column.
pub struct Columns {
    /// Slugs, or terms.
    pub of: Vec<String>,
    pub fields: Vec<String>,
    pub languages: Vec<String>,
    pub texts: Vec<String>,
}

/// Returns the slugs that no product has.
pub async fn write_products(
    db: &mut PgConnection,
    rows: &Columns,
    now: OffsetDateTime,
) -> sqlx::Result<Vec<String>> {
    sqlx::query!(
        "insert into product_translations as t (product_id, language, title, subtitle, description_html, updated_at)
         select p.id, r.language, coalesce(max(r.text) filter (where r.field = 'title'), ''),
             coalesce(max(r.text) filter (where r.field = 'subtitle'), ''),
             coalesce(max(r.text) filter (where r.field = 'body_html'), ''), $5
         from unnest($1::text[], $2::text[], $3::text[], $4::text[]) r (slug, field, language, text)
         join products p on p.slug = r.slug
         group by p.id, r.language order by p.id, r.language
         on conflict (product_id, language) do update set
             title = coalesce(nullif(excluded.title, ''), t.title),
             subtitle = coalesce(nullif(excluded.subtitle, ''), t.subtitle),
             description_html = coalesce(nullif(excluded.description_html, ''), t.description_html),
             updated_at = excluded.updated_at",
        &rows.of,
        &rows.fields,
        &rows.languages,
        &rows.texts,
        now
    )
    .execute(&mut *db)
    .await?;
    sqlx::query_scalar!(
        r#"select distinct r.slug as "slug!" from unnest($1::text[]) r (slug)
           where not exists (select from products p where p.slug = r.slug)"#,
        &rows.of
    )
    .fetch_all(db)
    .await
}

/// Returns the slugs that no merchant has.
pub async fn write_merchants(
    db: &mut PgConnection,
    rows: &Columns,
    now: OffsetDateTime,
) -> sqlx::Result<Vec<String>> {
    sqlx::query!(
        "insert into merchant_translations as t (merchant_id, language, tagline, story_html, updated_at)
         select m.id, r.language, coalesce(max(r.text) filter (where r.field = 'tagline'), ''),
             coalesce(max(r.text) filter (where r.field = 'body_html'), ''), $5
         from unnest($1::text[], $2::text[], $3::text[], $4::text[]) r (slug, field, language, text)
         join merchants m on m.slug = r.slug
         group by m.id, r.language order by m.id, r.language
         on conflict (merchant_id, language) do update set
             tagline = coalesce(nullif(excluded.tagline, ''), t.tagline),
             story_html = coalesce(nullif(excluded.story_html, ''), t.story_html),
             updated_at = excluded.updated_at",
        &rows.of,
        &rows.fields,
        &rows.languages,
        &rows.texts,
        now
    )
    .execute(&mut *db)
    .await?;
    sqlx::query_scalar!(
        r#"select distinct r.slug as "slug!" from unnest($1::text[]) r (slug)
           where not exists (select from merchants m where m.slug = r.slug)"#,
        &rows.of
    )
    .fetch_all(db)
    .await
}

pub async fn write_terms(db: &mut PgConnection, rows: &Columns) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into term_translations (language, term, text)
         select r.language, r.term, r.text from unnest($1::text[], $2::text[], $3::text[]) r (term, language, text)
         where length(r.term) between 1 and 500 order by 1, 2
         on conflict (language, term) do update set text = excluded.text where term_translations.text <> excluded.text",
        &rows.of,
        &rows.languages,
        &rows.texts
    )
    .execute(db)
    .await?;
    Ok(())
}

/// A text and its translation, '' where there is none.
pub struct TextRow {
    /// The slug; '' of a term.
    pub of: String,
    pub field: String,
    pub written: String,
    pub said: String,
}

/// The texts of a lot of products, by slug, after one; those that say nothing are left out.
pub async fn products(
    db: &mut PgConnection,
    language: &str,
    after: &str,
) -> sqlx::Result<Vec<TextRow>> {
    sqlx::query_as!(
        TextRow,
        r#"select p.slug as "of!", x.field as "field!", x.written as "written!", coalesce(x.said, '') as "said!"
           from (select * from products where slug > $2 and state <> 'archived' order by slug limit $3) p
           left join product_translations t on t.product_id = p.id and t.language = $1
           cross join lateral (values (1, 'title', p.title, t.title), (2, 'subtitle', p.subtitle, t.subtitle),
               (3, 'body_html', p.description_html, t.description_html)) x (place, field, written, said)
           where x.written <> '' order by p.slug, x.place"#,
        language,
        after,
        LOT
    )
    .fetch_all(db)
    .await
}

pub async fn merchants(db: &mut PgConnection, language: &str) -> sqlx::Result<Vec<TextRow>> {
    sqlx::query_as!(
        TextRow,
        r#"select m.slug as "of!", x.field as "field!", x.written as "written!", coalesce(x.said, '') as "said!"
           from merchants m left join merchant_translations t on t.merchant_id = m.id and t.language = $1
           cross join lateral (values (1, 'tagline', m.tagline, t.tagline), (2, 'body_html', m.story_html, t.story_html))
               x (place, field, written, said)
           where x.written <> '' order by m.slug, x.place"#,
        language
    )
    .fetch_all(db)
    .await
}

/// Every term that is in use, by kind and name.
pub async fn terms(db: &mut PgConnection, language: &str) -> sqlx::Result<Vec<TextRow>> {
    sqlx::query_as!(
        TextRow,
        r#"select '' as "of!", 'text' as "field!", x.term as "written!", coalesce(t.text, '') as "said!"
           from (select term, min(place) as place from (
               select 1, name from categories union all select 2, description from categories
               union all select 3, label from category_attributes
               union all select 4, name from product_options
               union all select 5, value from product_options, unnest("values") value
               union all select 6, a.value from products, jsonb_each_text(attributes) a
               union all select 7, name from shipping_zones union all select 8, name from shipping_rates
               union all select 9, name from markets
           ) named (place, term) where length(term) between 1 and 500 group by term) x
           left join term_translations t on t.language = $1 and t.term = x.term
           order by x.place, x.term"#,
        language
    )
    .fetch_all(db)
    .await
}
