//! The configuration: defaults, all problems at once, no secret in a message.

use std::collections::BTreeMap;

use app::ssr::settings::{Environment, MediaSettings};
use server::config::{Config, ConfigError};

const STRONG: &str = "Zx81q-7Vn2Lk0PwTe4Rb9YhUj3MfGs6D";

fn load(pairs: &[(&str, &str)]) -> Result<Config, ConfigError> {
    Config::load(
        pairs
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
        None,
    )
}

fn production() -> BTreeMap<String, String> {
    [
        ("APP_ENV", "production"),
        ("APP_URL", "https://shop.test"),
        ("DATABASE_URL", "postgres://a:b@db/sokonova"),
        ("REDIS_URL", "redis://redis:6379/0"),
        ("SECRET_KEY", STRONG),
        ("JWT_SECRET", STRONG),
        ("PAYMENT_PROVIDER", "test"),
        ("ALLOW_TEST_PAYMENTS", "on"),
        ("PAYMENT_WEBHOOK_SECRET", STRONG),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .into()
}

fn names(error: &ConfigError) -> Vec<&str> {
    error
        .problems
        .iter()
        .map(|problem| problem.name.as_str())
        .collect()
}

#[test]
fn development_needs_nothing() {
    let config = load(&[]).unwrap();
    assert_eq!(config.settings.environment, Environment::Development);
    assert_eq!(config.http.site_addr.to_string(), "127.0.0.1:3000");
    assert_eq!(config.settings.app_url.as_str(), "http://127.0.0.1:3000/");
    assert_eq!(config.telemetry.metrics_addr.to_string(), "127.0.0.1:9464");
    assert!(config.http.rate_limits.is_some());
    assert!(!config.settings.search_engines);
    assert!(!config.settings.offline_page);
    assert!(matches!(config.settings.media, MediaSettings::Directory(_)));
}

#[test]
fn production_with_everything_is_accepted() {
    let config = Config::load(production(), None).unwrap();
    assert!(config.is_production());
    assert!(config.settings.is_https());
    assert!(config.settings.search_engines);
    assert!(config.settings.offline_page);
    assert_eq!(config.secrets.jwt_issuer, "https://shop.test");
}

#[test]
fn production_lists_everything_that_is_missing() {
    let error = load(&[("APP_ENV", "production")]).unwrap_err();
    for name in [
        "APP_URL",
        "DATABASE_URL",
        "REDIS_URL",
        "SECRET_KEY",
        "JWT_SECRET",
        "PAYMENT_PROVIDER",
        "ALLOW_TEST_PAYMENTS",
    ] {
        assert!(
            names(&error).contains(&name),
            "{name} is missing from: {error}"
        );
        assert!(error.to_string().contains(name));
    }
}

#[test]
fn bad_values_are_listed_together_with_what_was_given() {
    let error = load(&[
        ("SITE_ADDR", "everywhere"),
        ("DATABASE_POOL_MAX", "a lot"),
        ("TRUSTED_PROXIES", "10.0.0.0/8, nonsense"),
        (
            "CORS_ALLOWED_ORIGINS",
            "https://ok.test,https://not.test/path",
        ),
        ("LOG_FORMAT", "xml"),
        ("RATE_LIMIT", "maybe"),
    ])
    .unwrap_err();
    assert_eq!(
        names(&error),
        [
            "SITE_ADDR",
            "CORS_ALLOWED_ORIGINS",
            "TRUSTED_PROXIES",
            "RATE_LIMIT",
            "DATABASE_POOL_MAX",
            "LOG_FORMAT"
        ]
    );
    let message = error.to_string();
    assert!(
        message.starts_with("The configuration has 6 problems:"),
        "{message}"
    );
    assert!(
        message.contains("SITE_ADDR: got \"everywhere\", expected address:port"),
        "{message}"
    );
    assert!(
        message.contains("nonsense") && !message.contains("10.0.0.0/8,"),
        "only the bad item is named: {message}"
    );
}

#[test]
fn weak_secrets_are_refused_in_production_and_never_quoted() {
    let weak = [
        "short",
        "changeme-changeme-changeme-changeme",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    ];
    for secret in weak {
        let mut environment = production();
        environment.insert("JWT_SECRET".into(), secret.into());
        let error = Config::load(environment, None).unwrap_err();
        assert_eq!(names(&error), ["JWT_SECRET"], "{secret}");
        assert!(!error.to_string().contains(secret), "{error}");
        assert!(
            load(&[("JWT_SECRET", secret)]).is_ok(),
            "development accepts {secret}"
        );
    }
}

#[test]
fn passwords_in_addresses_are_masked() {
    let error = load(&[
        ("DATABASE_URL", "mysql://root:hunter2@db/x"),
        ("SMTP_URL", "ftp://me:hunter3@mail"),
    ])
    .unwrap_err();
    let message = error.to_string();
    assert!(
        !message.contains("hunter2") && !message.contains("hunter3"),
        "{message}"
    );
    assert!(!format!("{:?}", Config::load(production(), None).unwrap().secrets).contains(STRONG));
}

#[test]
fn production_is_https_unless_it_is_this_machine() {
    let with_url = |url: &str| {
        let mut environment = production();
        environment.insert("APP_URL".into(), url.into());
        Config::load(environment, None)
    };
    assert_eq!(
        names(&with_url("http://shop.test").unwrap_err()),
        ["APP_URL"]
    );
    assert_eq!(
        names(&with_url("https://shop.test/path").unwrap_err()),
        ["APP_URL"]
    );
    assert!(with_url("http://localhost:8080").is_ok());
}

#[test]
fn a_file_is_read_and_the_environment_wins() {
    let path = std::env::temp_dir().join(format!(
        "sokonova-config-{}.toml",
        uuid::Uuid::new_v4().simple()
    ));
    std::fs::write(&path, "app_url = \"http://file.test\"\n[smtp]\nhost = \"mail.test\"\nuser = \"u@x\"\npassword = \"p/w\"\n").unwrap();
    let config = Config::load(
        BTreeMap::from([("APP_URL".into(), "http://env.test".into())]),
        Some(&path),
    )
    .unwrap();
    assert_eq!(config.settings.app_url.as_str(), "http://env.test/");
    let smtp = config.settings.smtp.unwrap();
    assert_eq!(smtp.url, "smtp://u%40x:p%2Fw@mail.test:587?tls=required");

    std::fs::write(&path, "databse_url = \"postgres://a:hunter2@b/c\"\n").unwrap();
    let error = Config::load(BTreeMap::new(), Some(&path)).unwrap_err();
    assert_eq!(names(&error), ["DATABSE_URL"], "a misspelt name is told");
    assert!(!error.to_string().contains("hunter2"));
    std::fs::remove_file(&path).unwrap();
}

#[test]
fn keys_rotate_only_with_another_id() {
    let rotating = |id: &str| {
        load(&[
            ("JWT_KEY_ID", "2"),
            ("JWT_PREVIOUS_KEY_ID", id),
            ("JWT_PREVIOUS_SECRET", STRONG),
        ])
    };
    assert_eq!(rotating("1").unwrap().secrets.jwt_previous.unwrap().id, "1");
    assert_eq!(names(&rotating("2").unwrap_err()), ["JWT_PREVIOUS_KEY_ID"]);
    assert_eq!(
        names(&load(&[("JWT_PREVIOUS_KEY_ID", "0")]).unwrap_err()),
        ["JWT_PREVIOUS_KEY_ID"]
    );
}

#[test]
fn the_program_exits_with_2_and_the_whole_list() {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_sokonova"))
        .arg("serve")
        .env_clear()
        .env("APP_ENV", "production")
        .env("SITE_ADDR", "nowhere")
        .output()
        .unwrap();
    let message = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{message}");
    assert!(
        message.contains("SITE_ADDR")
            && message.contains("DATABASE_URL")
            && message.contains("SECRET_KEY"),
        "{message}"
    );
}
