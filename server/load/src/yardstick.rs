//! What a web server that only sends files reaches on the same machine, in the same run: nginx, with a page as it is sent to browsers.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::Context;

use crate::client::Site;

/// Times a new server is asked before it is given up, a tenth of a second apart.
const PATIENCE: u32 = 50;

/// A running nginx; stopped when dropped.
pub struct Nginx {
    pub site: Site,
    process: Child,
    directory: PathBuf,
}

impl Nginx {
    /// Serves `page` at every address, with its access log, as it comes from its package. None where there is no nginx.
    ///
    /// # Errors
    /// When it is there and does not start.
    pub async fn serve(page: &[u8]) -> anyhow::Result<Option<Self>> {
        let there = Command::new("nginx")
            .arg("-v")
            .stderr(Stdio::null())
            .status();
        if there.is_err() {
            return Ok(None);
        }
        let directory =
            std::env::temp_dir().join(format!("sokonova-yardstick-{}", std::process::id()));
        std::fs::create_dir_all(&directory)?;
        std::fs::write(directory.join("page"), page)?;
        let address = std::net::TcpListener::bind(("127.0.0.1", 0))?.local_addr()?;
        let configuration = directory.join("nginx.conf");
        std::fs::write(&configuration, configured(&directory, address.port()))?;
        let process = Command::new("nginx")
            .arg("-c")
            .arg(&configuration)
            .arg("-e")
            .arg(directory.join("error.log"))
            .spawn()
            .context("nginx")?;
        let nginx = Self {
            site: Site::parse(&format!("http://{address}"))?,
            process,
            directory,
        };
        for _ in 0..PATIENCE {
            if std::net::TcpStream::connect(address).is_ok() {
                return Ok(Some(nginx));
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        anyhow::bail!("nginx does not answer at {address}")
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // It ends its workers itself when it is told to.
        let stopped = Command::new("nginx")
            .arg("-c")
            .arg(self.directory.join("nginx.conf"))
            .arg("-e")
            .arg(self.directory.join("error.log"))
            .args(["-s", "stop"])
            .status();
        if !stopped.is_ok_and(|status| status.success()) {
            let _ = self.process.kill();
        }
        let _ = self.process.wait();
        let _ = std::fs::remove_dir_all(&self.directory);
    }
}

/// What Debian's own configuration says where it matters, on one address.
fn configured(directory: &Path, port: u16) -> String {
    let directory = directory.display();
    format!(
        "daemon off; worker_processes auto; pid {directory}/pid;\n\
         events {{ worker_connections 768; }}\n\
         http {{\n\
             sendfile on; tcp_nopush on; keepalive_requests 1000000;\n\
             access_log {directory}/access.log;\n\
             client_body_temp_path {directory}/body; proxy_temp_path {directory}/proxy; fastcgi_temp_path {directory}/fastcgi;\n\
             uwsgi_temp_path {directory}/uwsgi; scgi_temp_path {directory}/scgi;\n\
             server {{ listen 127.0.0.1:{port}; root {directory}; rewrite ^ /page break; default_type text/html; }}\n\
         }}\n"
    )
}
