//! SVG in, PNG out.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::letters::Fonts;

/// Draws `svg`; an error is a fault of the template.
pub(super) fn png(fonts: &Fonts, svg: &str) -> anyhow::Result<Vec<u8>> {
    let options = Options {
        fontdb: std::sync::Arc::clone(&fonts.database),
        font_family: "Clio Sans".to_owned(),
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options)?;
    let size = tree.size().to_int_size();
    let mut pixels = Pixmap::new(size.width(), size.height())
        .ok_or_else(|| anyhow::anyhow!("a picture of no size"))?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    encode(&pixels)
}

/// The ground is opaque, so nothing shines through: three bytes a pixel do. Fast rather than small.
fn encode(pixels: &Pixmap) -> anyhow::Result<Vec<u8>> {
    let colours: Vec<u8> = pixels
        .data()
        .chunks_exact(4)
        .flat_map(|pixel| [pixel[0], pixel[1], pixel[2]])
        .collect();
    let mut png = Vec::with_capacity(64 * 1024);
    let mut encoder = png::Encoder::new(&mut png, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&colours)?;
    writer.finish()?;
    Ok(png)
}
