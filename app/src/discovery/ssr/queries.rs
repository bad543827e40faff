//! All SQL of being found: what cards show, what sitemaps list, what the feed tells.

use sqlx::{PgConnection, types::Json};

use super::cards::{Card, Kind, Photo};
use crate::{catalog::ssr::PictureRow, ssr::Media};

pub struct CardRow {
    over: String,
    title: String,
    under: String,
    picture: Option<Json<PictureRow>>,
}

impl CardRow {
    pub fn card(self, kind: Kind, slug: &str, media: &Media) -> Card {
        let picture = self.picture.map(|picture| picture.0.view(media));
        Card {
            kind,
            slug: slug.to_owned(),
            over: self.over,
            title: self.title,
            under: self.under,
            photo: picture.as_ref().and_then(Photo::of),
        }
    }
}

pub async fn product_card(db: &mut PgConnection, slug: &str) -> sqlx::Result<Option<CardRow>> {
    sqlx::query_as!(
        CardRow,
        r#"select m.name as over, p.title, p.subtitle as under,
               (select picture_of(d, '') from product_media g join media d on d.id = g.media_id
                where g.product_id = p.id order by g.position limit 1) as "picture: Json<PictureRow>"
           from products p join merchants m on m.id = p.merchant_id
           where p.slug = $1 and p.state = 'active' and p.published_at is not null and m.state = 'active'"#,
        slug
    )
    .fetch_optional(db)
    .await
}

pub async fn category_card(db: &mut PgConnection, slug: &str) -> sqlx::Result<Option<CardRow>> {
    sqlx::query_as!(
        CardRow,
        r#"select '' as "over!", c.name as title, c.description as under,
               (select picture_of(d, '') from media d where d.id = c.media_id) as "picture: Json<PictureRow>"
           from categories c where c.slug = $1"#,
        slug
    )
    .fetch_optional(db)
    .await
}

pub async fn merchant_card(db: &mut PgConnection, slug: &str) -> sqlx::Result<Option<CardRow>> {
    sqlx::query_as!(
        CardRow,
        r#"select m.city as over, m.name as title, m.tagline as under,
               (select picture_of(d, '') from media d where d.id = coalesce(m.banner_media_id, m.logo_media_id))
                   as "picture: Json<PictureRow>"
           from merchants m where m.slug = $1 and m.state = 'active'"#,
        slug
    )
    .fetch_optional(db)
    .await
}
