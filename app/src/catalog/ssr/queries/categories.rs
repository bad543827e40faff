//! The category tree.

use sqlx::{PgConnection, types::Json};
use uuid::Uuid;

use super::PictureRow;
use crate::catalog::ssr::facets::Names;
use crate::markets::ssr::MarketColumns;

pub struct MenuRow {
    pub slug: String,
    pub name: String,
    pub parent_slug: Option<String>,
    pub description: String,
}

/// The whole tree down to `depth`, parents before children, in the operator's order.
pub async fn tree(db: &mut PgConnection, depth: i32) -> sqlx::Result<Vec<MenuRow>> {
    sqlx::query_as!(
        MenuRow,
        r#"select c.slug, c.name, p.slug as "parent_slug?", c.description
           from categories c left join categories p on p.id = c.parent_id
           where c.depth <= $1 order by c.depth, c.position, c.name"#,
        depth
    )
    .fetch_all(db)
    .await
}

/// Departments and the categories right below them, parents first, in the operator's order; and the markets in theirs.
pub async fn menu(db: &mut PgConnection) -> sqlx::Result<(Vec<MenuRow>, Vec<MarketColumns>)> {
    let rows = sqlx::query!(
        r#"select c.slug as "slug?", c.name as "name?", c.description as "description?", p.slug as "parent_slug?",
               k.markets as "markets!: Json<Vec<MarketColumns>>"
           from (select coalesce(jsonb_agg(jsonb_build_array(m.code, m.name, m.currency, m.countries, r.per_euro_e8,
                     m.adjust_bp, m.rounding_minor) order by m.position, m.code), '[]') as markets
                 from markets m left join currency_rates r on r.currency = m.currency) k
           left join categories c on c.depth <= 1 left join categories p on p.id = c.parent_id
           order by c.depth, c.position, c.name"#
    )
    .fetch_all(db)
    .await?;
    let mut markets = Vec::new();
    let mut menu = Vec::with_capacity(rows.len());
    for row in rows {
        if let (Some(slug), Some(name)) = (row.slug, row.name) {
            menu.push(MenuRow {
                slug,
                name,
                parent_slug: row.parent_slug,
                description: row.description.unwrap_or_default(),
            });
        }
        // The same in every row.
        markets = row.markets.0;
    }
    Ok((menu, markets))
}

pub struct CategoryRow {
    pub id: Uuid,
    pub slug: String,
    pub name: String,
    pub description: String,
    pub picture: Option<Json<PictureRow>>,
    /// What is below it; only of the category itself.
    pub names: Json<Names>,
}

/// The way from the department down to a category; nothing when there is none of this slug.
pub async fn around(db: &mut PgConnection, slug: &str) -> sqlx::Result<Vec<CategoryRow>> {
    sqlx::query_as!(
        CategoryRow,
        r#"with recursive up as (
               select id, parent_id, 0 as distance from categories where slug = $1
               union all
               select c.id, c.parent_id, up.distance + 1 from categories c join up on c.id = up.parent_id
           )
           select c.id as "id!", c.slug as "slug!", c.name as "name!", c.description as "description!",
               (select picture_of(d, c.name) from media d where d.id = c.media_id) as "picture: Json<PictureRow>",
               case when up.distance = 0 then facet_names(c.id) else '{}' end as "names!: Json<Names>"
           from up join categories c on c.id = up.id order by up.distance desc"#,
        slug
    )
    .fetch_all(db)
    .await
}

/// The id of the category with this slug.
pub async fn id_of(db: &mut PgConnection, slug: &str) -> sqlx::Result<Option<Uuid>> {
    sqlx::query_scalar!("select id from categories where slug = $1", slug)
        .fetch_optional(db)
        .await
}

pub struct TrailRow {
    pub slug: String,
    pub name: String,
    /// Keys and labels of the attributes its products have.
    pub attributes: Json<Vec<(String, String)>>,
}

/// The way from the department down to a category.
pub async fn trail(db: &mut PgConnection, category: Uuid) -> sqlx::Result<Vec<TrailRow>> {
    sqlx::query_as!(
        TrailRow,
        r#"with recursive up as (
               select id, parent_id, 0 as distance from categories where id = $1
               union all
               select c.id, c.parent_id, up.distance + 1 from categories c join up on c.id = up.parent_id
           )
           select c.slug as "slug!", c.name as "name!",
               coalesce((select jsonb_agg(jsonb_build_array(a.key, a.label) order by a.position, a.key)
                   from category_attributes a where a.category_id = c.id), '[]')
                   as "attributes!: Json<Vec<(String, String)>>"
           from up join categories c on c.id = up.id order by up.distance desc"#,
        category
    )
    .fetch_all(db)
    .await
}

/// The parent's depth and nothing for a parent that is not there.
pub async fn depth_of(db: &mut PgConnection, id: Uuid) -> sqlx::Result<Option<i32>> {
    sqlx::query_scalar!("select depth from categories where id = $1", id)
        .fetch_optional(db)
        .await
}

pub struct NewCategory<'a> {
    pub id: Uuid,
    pub parent: Option<Uuid>,
    pub slug: &'a str,
    pub name: &'a str,
    pub description: &'a str,
    pub position: i32,
    pub depth: i32,
    pub media: Option<Uuid>,
}

pub async fn insert(db: &mut PgConnection, new: NewCategory<'_>) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into categories (id, parent_id, slug, name, description, position, depth, media_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        new.id,
        new.parent,
        new.slug,
        new.name,
        new.description,
        new.position,
        new.depth,
        new.media
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The attributes a category's products have, in this order.
pub async fn insert_attributes(
    db: &mut PgConnection,
    category: Uuid,
    keys: &[String],
    labels: &[String],
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into category_attributes (category_id, key, label, position)
         select $1, a.key, a.label, a.place::int from unnest($2::text[], $3::text[]) with ordinality as a (key, label, place)",
        category,
        keys,
        labels
    )
    .execute(db)
    .await?;
    Ok(())
}
