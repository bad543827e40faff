-- A picture in a dozen pixels, which stands in its place until it has come: WebP, in base64. Empty where there is none, or it
-- would show through.
set local lock_timeout = '2s';
alter table media add column blur text not null default '' check (length(blur) <= 400);

create or replace function picture_of(m media, alt text) returns jsonb
    language sql stable parallel safe
    return jsonb_build_object('id', m.id, 'widths', m.widths, 'width', m.width, 'height', m.height,
        'placeholder', m.placeholder, 'blur', m.blur, 'alt', coalesce(alt, ''));
