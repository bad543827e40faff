//! All SQL of searching. The search itself is built at run time, because its pieces are repeated and its filters differ.

use sqlx::{FromRow, PgConnection, Postgres, QueryBuilder, types::Json};
use time::OffsetDateTime;
use words::language;

use crate::catalog::ssr::{
    PictureRow,
    facets::{CANDIDATE, COLLECTED, Chosen, CollectedRow, sql},
};

/// The most searches without result that are remembered.
const MAX_MISSES: i64 = 10_000;

/// The most products that are all ranked and counted; where more match, at least half as many are.
const CANDIDATES: i32 = 1_000;
/// The most products a filter may leave for all of them to be searched; else only what was found is narrowed.
const NARROW: i64 = 1_000;
/// The most products a suggestion is chosen from.
const SUGGESTED: i32 = 500;
/// So many of the best known are enough to choose from.
const ENOUGH: i32 = 50;

/// How well the results fit, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[repr(i32)]
pub enum Tier {
    /// All words match.
    Exact = 0,
    /// They do once their spelling is forgiven.
    Corrected = 1,
    /// Some of the words match.
    Partial = 2,
    /// Nothing does.
    Nothing = 3,
}

/// The products that were found, all of one tier; of the tier [`Tier::Nothing`] the newest.
#[derive(FromRow)]
pub struct FoundRow {
    #[sqlx(flatten)]
    pub collected: CollectedRow,
    pub tier: Tier,
    /// What was found, as a text query.
    pub meant: String,
    /// The words as they were understood, folded.
    pub text: String,
    /// There is more than was found.
    pub sampled: bool,
}

/// What fits a filter and matches.
#[derive(FromRow)]
pub struct FittingRow {
    #[sqlx(flatten)]
    pub collected: CollectedRow,
    /// So much fits the filter, whether it matches or not, that it was not looked at.
    pub too_many: bool,
}

/// How well a product fits `a.words`: words in the title weigh most, an exact title wins, what is called so by its
/// kind goes before what only mentions it, what many have rated goes first among equals. Tuned with the judged searches. As a whole
/// number, so that a cursor can continue it.
const RANK: &str = "(1000000 * (
    ts_rank('{0.05, 0.15, 0.4, 1.0}', f.search, a.words) * (1 + 0.03 * ln(1 + f.rating_count))
    + case when f.title = a.text then 2 when right(f.title, length(a.text)) = a.text then 0.3 else 0 end
    + case when f.product_type in (a.text, a.text || 's') then 0.4 else 0 end))::bigint as rank";

/// Products that match; where none do, those that match the corrected words; where there are none either, those that match any
/// word; where there are none at all, so many of the newest. Of very many that match those that are best known.
pub async fn find(db: &mut PgConnection, words: &str, suggestions: u32) -> sqlx::Result<FoundRow> {
    // Who writes quotes or a minus knows what they want: nothing is guessed for them.
    let plain = !words.contains('"') && !words.split(' ').any(|word| word.starts_with('-'));
    let mut query =
        QueryBuilder::<Postgres>::new("with asked as materialized (select search_query(");
    query
        .push_bind(words)
        .push(", ")
        .push_bind(language().tag());
    query
        .push(") as words, fold(")
        .push_bind(words)
        .push(") as text), exact as materialized (");
    push_matching(&mut query, "asked");
    query.push(
        "), mending as materialized (
             select search_query(c.text, c.language) as words, c.text
             from (select ",
    );
    query
        .push_bind(language().tag())
        .push(" as language, correct_search(");
    query
        .push_bind(words)
        .push(") as text where ")
        .push_bind(plain)
        .push(
            " and not exists (select from exact)) c where c.text is not null
         ), corrected as materialized (",
        );
    push_matching(&mut query, "mending");
    query.push(
        "), loosened as materialized (
             select replace(w.words::text, ' & ', ' | ')::tsquery as words, w.text
             from (select * from mending union all select * from asked where not exists (select from mending)) w where ",
    );
    query.push_bind(plain).push(
        " and not exists (select from exact) and not exists (select from corrected)
         ), partial as materialized (",
    );
    push_matching(&mut query, "loosened");
    query.push(format!(
        "), newest as (
             select {CANDIDATE}, 0 as rank, true as whole from products p join merchants m on m.id = p.merchant_id
             cross join lateral (select * from product_facets where product_id = p.id limit 1) f
             where p.state = 'active' and p.published_at is not null and m.state = 'active' and not exists (select from partial)
                 and not exists (select from exact) and not exists (select from corrected)
             order by p.published_at desc, p.id desc limit "
    ));
    query.push_bind(i64::from(suggestions)).push(format!(
        "), understood as (
             select 0 as tier, * from asked where exists (select from exact)
             union all select 1, * from mending where exists (select from corrected)
             union all select 2, * from loosened where exists (select from partial)
             union all select {}, * from asked order by tier limit 1)
         select {COLLECTED}, (select tier from understood) as tier, (select words::text from understood) as meant,
             (select text from understood) as text, not coalesce(bool_and(whole), true) as sampled
         from (select * from exact union all select * from corrected union all select * from partial union all select * from newest) c",
        Tier::Nothing as i32
    ));
    query.build_query_as().fetch_one(db).await
}

/// What shoppers may see of what matches the words of the CTE `asked`, with its rank: all, or of very many those that are best known.
fn push_matching(query: &mut QueryBuilder<Postgres>, asked: &str) {
    query.push(format!(
        "select {CANDIDATE}, f.rank, q.whole
         from {asked} a cross join lateral products_matching(a.words, {CANDIDATES}, {CANDIDATES} / 2) q
         cross join lateral (select f.*, {RANK} from product_facets f where f.ctid = any(q.places) offset 0) f
         join merchants m on m.id = f.merchant_id"
    ));
}

/// What fits the filter and matches what was meant, provided that not too much of everything fits.
pub async fn fitting(
    db: &mut PgConnection,
    (meant, text): (&str, &str),
    chosen: &[Chosen<'_>],
) -> sqlx::Result<FittingRow> {
    let mut query = QueryBuilder::<Postgres>::new("with asked as materialized (select ");
    query
        .push_bind(meant)
        .push("::tsquery as words, ")
        .push_bind(text)
        .push(
            "::text as text), narrow as materialized (
             select f.product_id as id from product_facets f join merchants m on m.id = f.merchant_id and m.state = 'active'
             where f.published_at is not null",
        );
    sql::by_terms(&mut query, chosen);
    query.push(format!(
        " limit {NARROW} + 1), extent as materialized (select count(*) > {NARROW} as too_many from narrow),
         matching as (
             select {CANDIDATE}, f.rank from asked a cross join extent e cross join narrow n
             cross join lateral (select f.*, {RANK} from product_facets f where f.product_id = n.id and f.search @@ a.words limit 1) f
             join merchants m on m.id = f.merchant_id
             where not e.too_many)
         select {COLLECTED}, (select too_many from extent) as too_many from matching c"
    ));
    query.build_query_as().fetch_one(db).await
}

/// Counts a search without result. Where many are known the one longest not asked makes room.
pub async fn count_miss(
    db: &mut PgConnection,
    words: &str,
    now: OffsetDateTime,
) -> sqlx::Result<()> {
    sqlx::query!(
        "with oldest as (
             delete from search_misses where (select count(*) from search_misses) >= $3
             and words = (select words from search_misses order by last_at, words limit 1) and words <> fold($1)
         )
         insert into search_misses as s (words, last_at) values (fold($1), $2)
         on conflict (words) do update set count = s.count + 1, last_at = excluded.last_at",
        words,
        now,
        MAX_MISSES
    )
    .execute(db)
    .await?;
    Ok(())
}

pub struct MissRow {
    pub words: String,
    pub count: i64,
    pub last_at: OffsetDateTime,
}

/// The searches that most often found nothing.
pub async fn misses(db: &mut PgConnection, limit: i64) -> sqlx::Result<Vec<MissRow>> {
    sqlx::query_as!(
        MissRow,
        "select words, count, last_at from search_misses order by count desc, last_at desc, words limit $1",
        limit
    )
    .fetch_all(db)
    .await
}

/// What a beginning may become.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[repr(i32)]
pub enum Kind {
    Product = 0,
    Category = 1,
    Merchant = 2,
}

pub struct SuggestionRow {
    pub kind: Kind,
    pub slug: String,
    pub label: String,
    /// The merchant of a product, the department of a category, the place of a merchant.
    pub note: String,
    pub picture: Option<Json<PictureRow>>,
}

/// Categories and merchants whose names have a word that begins so, and products that match, best first: so many of each.
pub async fn suggest(
    db: &mut PgConnection,
    words: &str,
    limits: (i64, i64),
) -> sqlx::Result<Vec<SuggestionRow>> {
    // In a pattern the backslash quotes what would mean anything.
    let pattern: String = words
        .chars()
        .flat_map(|c| {
            matches!(c, '%' | '_' | '\\')
                .then_some('\\')
                .into_iter()
                .chain([c])
        })
        .collect();
    sqlx::query_as!(
        SuggestionRow,
        r#"with asked as materialized (
               select search_query($1, $7) as words, fold($1) as text, fold($2) || '%' as pattern
           ), matching as materialized (
               select f.* from asked a cross join lateral products_matching(a.words, $5, $6) q
               cross join lateral (
                   select f.product_id as id, ts_rank('{0, 0.1, 0.4, 1.0}', f.search, a.words) * (1 + 0.03 * ln(1 + f.rating_count))
                       + case when f.title like a.pattern then 0.2 else 0 end as rank
                   from product_facets f where f.ctid = any(q.places) offset 0) f
           )
           select s.kind as "kind!: Kind", s.slug as "slug!", s.label as "label!", s.note as "note!",
               s.picture as "picture: Json<PictureRow>"
           from ((select 1, c.slug, n.name, coalesce(o.name, ''), null::jsonb, c.depth::float8
            from asked a cross join categories c left join categories o on o.id = c.parent_id
            left join term_translations l on l.language = $7 and l.term = c.name
            cross join lateral (select coalesce(l.text, c.name) as name) n
            where fold(n.name) like a.pattern or fold(n.name) like '% ' || a.pattern
            order by c.depth, c.position, c.name limit $4)
           union all
           (select 2, m.slug, m.name, m.city, (select picture_of(d, '') from media d where d.id = m.logo_media_id), 0
            from asked a join merchants m on fold(m.name) like a.pattern or fold(m.name) like '% ' || a.pattern
            where m.state = 'active' order by m.name limit $4)
           union all
           (select 0, p.slug, title_in(p, $7), m.name,
               (select picture_of(d, '') from product_media g join media d on d.id = g.media_id
                where g.product_id = p.id order by g.position limit 1), -t.rank
            from (select * from matching order by rank desc, id limit $3) t
            join products p on p.id = t.id join merchants m on m.id = p.merchant_id)) s (kind, slug, label, note, picture, place)
           order by s.kind, s.place, s.label"#,
        words,
        pattern,
        limits.0,
        limits.1,
        SUGGESTED,
        ENOUGH,
        language().tag()
    )
    .fetch_all(db)
    .await
}
