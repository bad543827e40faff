-- Mails, written in the transaction of what they tell about and sent by a job.
create table mails (
    id uuid primary key,
    -- One mail per occasion, however often its job is enqueued.
    dedup_key text not null unique,
    to_address text not null,
    subject text not null,
    text_body text not null,
    html_body text not null,
    -- 'kept': no SMTP server is configured; the mail is shown on the development mailbox page.
    state text not null default 'queued' check (state in ('queued', 'sent', 'kept', 'failed')),
    error text,
    created_at timestamptz not null,
    sent_at timestamptz
);
create index mails_new_idx on mails (created_at desc, id desc);
