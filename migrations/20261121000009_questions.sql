-- What shoppers ask about a product, and what its merchant answers.

create table questions (
    id uuid primary key,
    product_id uuid not null references products (id) on delete cascade,
    author_name text not null check (char_length(author_name) between 1 and 60),
    -- Where the asker is told of the answer; gone once they are told.
    email text check (char_length(email) between 3 and 254),
    body text not null check (char_length(body) between 10 and 1000),
    state text not null default 'pending' check (state in ('pending', 'published', 'hidden')),
    answer text check (char_length(answer) between 1 and 2000),
    -- Of the first answer: changing its words does not move it on the page.
    answered_at timestamptz,
    -- SHA-256 of what was sent, so that sending it again makes no second question.
    request_hash bytea not null unique check (octet_length(request_hash) = 32),
    -- SHA-256 of the token in the merchant's mail; none where nobody may answer.
    answer_token_hash bytea unique check (octet_length(answer_token_hash) = 32),
    created_at timestamptz not null,
    check ((answer is null) = (answered_at is null)),
    check (state <> 'published' or answer is not null),
    check (email is null or answer is null)
);
-- The page: published ones, newest answer first.
create index questions_page_idx on questions (product_id, answered_at desc, id desc) where state = 'published';
-- How many wait for an answer.
create index questions_pending_idx on questions (product_id) where state = 'pending';
-- What upkeep forgets.
create index questions_email_idx on questions (created_at) where email is not null;
create index questions_unanswered_idx on questions (created_at) where answer is null;
