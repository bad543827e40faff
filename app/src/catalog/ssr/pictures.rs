//! Pictures from elsewhere: fetched by a job, checked, drawn anew in the store's widths, so that nothing of the original file
//! but its pixels is ever served.

use std::io::Cursor;

use fast_image_resize::{ImageBufferError, PixelType, ResizeOptions, Resizer, images::Image};
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbaImage};
use uuid::Uuid;

use super::{
    fetch::{self, Policy},
    jobs::FetchImage,
    queries,
};
use crate::{
    error::AppError,
    ssr::{AppState, Cx, pages::Tag},
};

/// The picture at the top of the home page; where there is none of this id, the newest product's is shown.
pub const HERO: Uuid = uuid::uuid!("4865726f-0000-8000-8000-000000000001");

/// The widths pictures are kept in, in pixels.
pub const WIDTHS: [u32; 5] = [240, 360, 480, 720, 960];
/// The most pixels of a side.
const MAX_SIDE: u32 = 12_000;
/// The most memory a decoder may take, in bytes.
const MAX_ALLOC: u64 = 320 * 1024 * 1024;
/// WebP quality, 0 to 100.
const QUALITY: f32 = 78.0;
/// Colours of what stands in for a picture, of a row and of a column.
const BLUR: u32 = 3;

/// A picture in all its widths.
#[derive(Debug)]
pub struct Rendered {
    /// Width in pixels and WebP file, ascending.
    pub files: Vec<(u32, Vec<u8>)>,
    /// Of the largest.
    pub width: u32,
    pub height: u32,
    /// The mean colour, `#rrggbb`.
    pub placeholder: String,
    /// The picture in nine colours, row by row: `rrggbb` each. Empty for one that can be seen through.
    pub blur: String,
}

/// Why a file is no picture for us.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    #[error("the file is not a JPEG, PNG or WebP picture")]
    Format,
    #[error("the picture could not be read: {0}")]
    Decode(#[from] image::ImageError),
    #[error("the picture could not be resized: {0}")]
    Resize(#[from] fast_image_resize::ResizeError),
    #[error("the picture could not be resized: {0}")]
    Buffer(#[from] ImageBufferError),
    #[error("the picture could not be written as WebP")]
    Encode,
}

/// The media row of the picture at `url`: the one that is there, or a new one with the job that fetches it. The flag tells
/// whether it is new.
pub async fn from_url(cx: &mut Cx, url: &str) -> Result<(Uuid, bool), AppError> {
    let (id, now) = (cx.new_id(), cx.now);
    if queries::media::insert_pending(cx.db(), id, url, now).await? {
        cx.enqueue_with(FetchImage { media_id: id }, FetchImage::spec(id))
            .await?;
        return Ok((id, true));
    }
    Ok((queries::media::by_source(cx.db(), url).await?, false))
}

/// Fetches a pending picture, keeps its renditions and marks it ready. One that is not pending any more is left alone.
///
/// # Errors
/// Whatever went wrong, in words for the merchant.
pub async fn fetch_pending(state: &AppState, id: Uuid, policy: Policy) -> Result<(), String> {
    let mut db = state
        .db
        .read_primary()
        .await
        .map_err(|error| error.to_string())?;
    let Some(url) = queries::media::pending(&mut db, id)
        .await
        .map_err(|error| error.to_string())?
    else {
        return Ok(());
    };
    drop(db);
    let bytes = fetch::fetch(&url, policy)
        .await
        .map_err(|error| error.to_string())?;
    let rendered = tokio::task::spawn_blocking(move || render(&bytes))
        .await
        .map_err(|error| error.to_string())?
        .map_err(|error| error.to_string())?;
    keep(state, id, rendered)
        .await
        .map_err(|error| error.to_string())
}

async fn keep(state: &AppState, id: Uuid, rendered: Rendered) -> Result<(), AppError> {
    let widths: Vec<i32> = rendered
        .files
        .iter()
        .filter_map(|(width, _)| i32::try_from(*width).ok())
        .collect();
    for (width, webp) in rendered.files {
        state.media.put(id, width, webp).await?;
    }
    let mut db = state.db.read_primary().await?;
    let size = (
        i32::try_from(rendered.width).unwrap_or(0),
        i32::try_from(rendered.height).unwrap_or(0),
    );
    let (placeholder, blur) = (rendered.placeholder.as_str(), rendered.blur.as_str());
    let shown_by = queries::media::ready(&mut db, id, &widths, size, (placeholder, blur)).await?;
    state
        .pages
        .changed(shown_by.into_iter().map(Tag::Product).collect());
    Ok(())
}

/// Notes why a picture is not there yet; after the last attempt it never will be.
pub async fn note_failure(
    state: &AppState,
    id: Uuid,
    message: &str,
    last: bool,
) -> Result<(), AppError> {
    let mut db = state.db.read_primary().await?;
    Ok(queries::media::failed(&mut db, id, message, last).await?)
}

/// Reads a file by its magic bytes, within limits, turns it upright, and draws it in each of [`WIDTHS`] that it reaches; a
/// smaller one in its own width. CPU-bound: call it off the async threads.
pub fn render(bytes: &[u8]) -> Result<Rendered, PictureError> {
    let format = image::guess_format(bytes).map_err(|_| PictureError::Format)?;
    if !matches!(
        format,
        ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP
    ) {
        return Err(PictureError::Format);
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_ALLOC);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let orientation = decoder.orientation()?;
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(orientation);
    let picture = picture.into_rgba8();
    let placeholder = mean_colour(&picture);
    let opaque = is_opaque(&picture);
    let (width, height) = picture.dimensions();
    let picture = Image::from_vec_u8(width, height, picture.into_raw(), PixelType::U8x4)?;
    let blur = if opaque {
        blur(&picture)?
    } else {
        String::new()
    };
    let mut widths: Vec<u32> = WIDTHS
        .into_iter()
        .filter(|width| *width <= picture.width())
        .collect();
    if widths.last() != WIDTHS.last() && widths.last() != Some(&picture.width()) {
        widths.push(picture.width());
    }
    let mut files = Vec::with_capacity(widths.len());
    let (mut width, mut height) = (0, 0);
    for target in widths {
        let drawn = shrink(&picture, target)?;
        (width, height) = drawn.dimensions();
        files.push((target, encode(&drawn)?));
    }
    Ok(Rendered {
        files,
        width,
        height,
        placeholder,
        blur,
    })
}

/// What stands in for one of our own files, as [`Rendered::blur`]. CPU-bound.
///
/// # Errors
/// When the file is not WebP.
pub fn blur_of(webp: &[u8]) -> Result<String, PictureError> {
    let picture = image::load_from_memory_with_format(webp, ImageFormat::WebP)?.into_rgba8();
    if !is_opaque(&picture) {
        return Ok(String::new());
    }
    let (width, height) = picture.dimensions();
    blur(&Image::from_vec_u8(
        width,
        height,
        picture.into_raw(),
        PixelType::U8x4,
    )?)
}

fn is_opaque(picture: &RgbaImage) -> bool {
    picture.pixels().all(|pixel| pixel.0[3] == u8::MAX)
}

fn blur(picture: &Image<'_>) -> Result<String, PictureError> {
    let cells = draw(picture, BLUR, BLUR)?;
    let colours = cells
        .pixels()
        .map(|pixel| format!("{:02x}{:02x}{:02x}", pixel.0[0], pixel.0[1], pixel.0[2]));
    Ok(colours.collect())
}

fn shrink(picture: &Image<'_>, width: u32) -> Result<RgbaImage, PictureError> {
    let height = (u64::from(picture.height()) * u64::from(width))
        .div_ceil(u64::from(picture.width().max(1)));
    let height = u32::try_from(height).unwrap_or(1).clamp(1, MAX_SIDE);
    draw(picture, width, height)
}

fn draw(picture: &Image<'_>, width: u32, height: u32) -> Result<RgbaImage, PictureError> {
    let mut drawn = Image::new(width, height, PixelType::U8x4);
    Resizer::new().resize(picture, &mut drawn, &ResizeOptions::new())?;
    RgbaImage::from_raw(width, height, drawn.into_vec()).ok_or(PictureError::Encode)
}

fn encode(picture: &RgbaImage) -> Result<Vec<u8>, PictureError> {
    let (width, height) = picture.dimensions();
    let encoder = webp::Encoder::from_rgba(picture, width, height);
    encoder
        .encode_simple(false, QUALITY)
        .map(|webp| webp.to_vec())
        .map_err(|_| PictureError::Encode)
}

fn mean_colour(picture: &RgbaImage) -> String {
    let [red, green, blue, _] = image::imageops::thumbnail(picture, 1, 1).get_pixel(0, 0).0;
    format!("#{red:02x}{green:02x}{blue:02x}")
}
