-- The built-in test payment provider's own books: what a real provider would keep on its side. Used only where no real
-- provider is configured.
create table test_provider_payments (
    ref text primary key,
    -- The caller's idempotency key: asking twice gives the same payment.
    idempotency_key text not null unique,
    order_group uuid not null,
    amount_minor bigint not null,
    currency text not null,
    return_url text not null,
    state text not null default 'open' check (state in ('open', 'requires_action', 'succeeded', 'declined', 'cancelled', 'timed_out')),
    refunded_minor bigint not null default 0 check (refunded_minor between 0 and amount_minor),
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create table test_provider_refunds (
    idempotency_key text primary key,
    ref text not null references test_provider_payments (ref),
    amount_minor bigint not null check (amount_minor > 0),
    created_at timestamptz not null
);
