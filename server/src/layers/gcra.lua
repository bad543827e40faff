-- Generic cell rate algorithm: one key per client and class holds the time at which its bucket is full again.
-- KEYS[1] the key; ARGV[1] interval between requests, ARGV[2] how far ahead a burst may run, both in microseconds.
-- Answers {allowed, requests left in the burst, microseconds until the next is allowed, microseconds until full}.
local now_parts = redis.call('TIME')
local now = now_parts[1] * 1000000 + now_parts[2]
local interval, burst = tonumber(ARGV[1]), tonumber(ARGV[2])
local full_at = tonumber(redis.call('GET', KEYS[1]) or now)
if full_at < now then full_at = now end
local next_full_at = full_at + interval
local ahead = next_full_at - now
if ahead > burst then
  return {0, 0, ahead - burst, full_at - now}
end
redis.call('SET', KEYS[1], string.format('%.0f', next_full_at), 'PX', math.ceil(ahead / 1000) + 1)
return {1, math.floor((burst - ahead) / interval), 0, ahead}
