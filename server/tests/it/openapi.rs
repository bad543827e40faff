//! The REST contract: a change of it shows up in this snapshot, to be looked at. `INSTA_UPDATE=always` accepts it.

#[test]
fn the_contract_is_unchanged() {
    let (_, openapi) = server::api_docs::describe();
    let mut description = serde_json::to_value(openapi).unwrap();
    // The version of the build is no part of the contract.
    description.as_object_mut().unwrap().remove("info");
    insta::assert_json_snapshot!("openapi", description);
}
