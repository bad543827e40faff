//! All SQL of the merchants.

use sqlx::{PgConnection, types::Json};
use time::OffsetDateTime;
use uuid::Uuid;
use words::language;

use super::MerchantInput;
use crate::{catalog::ssr::PictureRow, merchants::types::MerchantCardView, ssr::Media};

pub struct CardRow {
    pub id: Uuid,
    slug: String,
    name: String,
    tagline: String,
    city: String,
    country: String,
    banner: Option<Json<PictureRow>>,
    logo: Option<Json<PictureRow>>,
}

impl CardRow {
    pub fn card(self, media: &Media) -> MerchantCardView {
        MerchantCardView {
            slug: self.slug,
            name: self.name,
            tagline: self.tagline,
            city: self.city,
            country: self.country,
            banner: self.banner.map(|picture| picture.0.view(media)),
            logo: self.logo.map(|picture| picture.0.view(media)),
        }
    }
}

/// The newest active merchants.
pub async fn newest(db: &mut PgConnection, limit: i64) -> sqlx::Result<Vec<CardRow>> {
    sqlx::query_as!(
        CardRow,
        r#"select m.id, m.slug, m.name, tagline_in(m, $2) as "tagline!", m.city, m.country,
               (select picture_of(d, m.name) from media d where d.id = m.banner_media_id) as "banner: Json<PictureRow>",
               (select picture_of(d, m.name) from media d where d.id = m.logo_media_id) as "logo: Json<PictureRow>"
           from merchants m where m.state = 'active' order by m.created_at desc, m.id desc limit $1"#,
        limit,
        language().tag()
    )
    .fetch_all(db)
    .await
}

/// Active merchants by name, after the one of this id.
pub async fn by_name(
    db: &mut PgConnection,
    after: Option<Uuid>,
    limit: i64,
) -> sqlx::Result<Vec<CardRow>> {
    sqlx::query_as!(
        CardRow,
        r#"select m.id, m.slug, m.name, tagline_in(m, $2) as "tagline!", m.city, m.country,
               (select picture_of(d, m.name) from media d where d.id = m.banner_media_id) as "banner: Json<PictureRow>",
               (select picture_of(d, m.name) from media d where d.id = m.logo_media_id) as "logo: Json<PictureRow>"
           from merchants m
           where m.state = 'active'
               and (m.name, m.id) > (coalesce((select l.name from merchants l where l.id = $1), ''),
                   coalesce($1, '00000000-0000-0000-0000-000000000000'))
           order by m.name, m.id limit $3"#,
        after,
        language().tag(),
        limit
    )
    .fetch_all(db)
    .await
}

pub struct MerchantRow {
    pub card: CardRow,
    pub story_html: String,
    pub founded: Option<i32>,
    pub dispatch_min_days: i32,
    pub dispatch_max_days: i32,
}

/// The active merchant with this slug.
pub async fn by_slug(db: &mut PgConnection, slug: &str) -> sqlx::Result<Option<MerchantRow>> {
    let row = sqlx::query!(
        r#"select m.id, m.slug, m.name, tagline_in(m, $2) as "tagline!", m.city, m.country,
               (select picture_of(d, m.name) from media d where d.id = m.banner_media_id) as "banner: Json<PictureRow>",
               (select picture_of(d, m.name) from media d where d.id = m.logo_media_id) as "logo: Json<PictureRow>",
               coalesce((select nullif(t.story_html, '') from merchant_translations t
                   where t.merchant_id = m.id and t.language = $2), m.story_html) as "story_html!", m.founded, m.dispatch_min_days, m.dispatch_max_days
           from merchants m where m.slug = $1 and m.state = 'active'"#,
        slug,
        language().tag()
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| MerchantRow {
        card: CardRow {
            id: row.id,
            slug: row.slug,
            name: row.name,
            tagline: row.tagline,
            city: row.city,
            country: row.country,
            banner: row.banner,
            logo: row.logo,
        },
        story_html: row.story_html,
        founded: row.founded,
        dispatch_min_days: row.dispatch_min_days,
        dispatch_max_days: row.dispatch_max_days,
    }))
}

pub async fn id_of(db: &mut PgConnection, slug: &str) -> sqlx::Result<Option<Uuid>> {
    sqlx::query_scalar!("select id from merchants where slug = $1", slug)
        .fetch_optional(db)
        .await
}

pub async fn country(db: &mut PgConnection, id: Uuid) -> sqlx::Result<Option<String>> {
    sqlx::query_scalar!("select country from merchants where id = $1", id)
        .fetch_optional(db)
        .await
}

pub async fn insert(
    db: &mut PgConnection,
    id: Uuid,
    slug: &str,
    input: &MerchantInput,
    story_html: &str,
    now: OffsetDateTime,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into merchants (id, slug, name, tagline, story_html, city, country, founded, email, logo_media_id,
             banner_media_id, dispatch_min_days, dispatch_max_days, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        id,
        slug,
        input.name.trim(),
        input.tagline.trim(),
        story_html,
        input.city.trim(),
        input.country.as_str(),
        input.founded,
        input.email.trim(),
        input.logo,
        input.banner,
        input.dispatch_days.0,
        input.dispatch_days.1,
        now
    )
    .execute(db)
    .await?;
    Ok(())
}
