-- Normalised text held a redaction tag as its word ("my email is email"); since this version it stays a tag ("my email is [email]").
-- Stored texts with a tag are written anew from their messages and read again by the models: the n-th "email" among words and
-- tags of the message is the n-th in the normalised text. Where the two differ in number the text stays as it is.
-- A join of a whole store goes to disk in parts rather than into memory (grace hash).
-- Offsets count UTF-16 code units, of which a character beyond U+FFFF has two: it gets a companion before text is cut.

INSERT INTO utterances
SELECT * EXCEPT (cut, tokens, pieces, renewed, is_new)
    REPLACE (renewed AS normalised, cityHash64(renewed) AS text_hash, '' AS label_version, version + 1 AS version)
FROM (
    SELECT *,
        extractAll(cut, '\\[(?:person|email|phone|card|iban|national_id|ip|mac|secret|url|birth_date|address|handle|location|organisation|product|group|age|date|title|website)\\]|[\\p{L}\\p{N}_]+') AS tokens,
        extractAll(replaceAll(replaceAll(normalised, 'national id', 'national_id'), 'birth date', 'birth_date'), '[\\p{L}\\p{N}_]+|[^\\p{L}\\p{N}_]+') AS pieces,
        arrayStringConcat(arrayMap(
            (piece, at) -> if(
                has(tokens, concat('[', piece, ']'))
                    AND countEqual(pieces, piece) = countEqual(tokens, piece) + countEqual(tokens, concat('[', piece, ']'))
                    AND arrayFilter(token -> token = piece OR token = concat('[', piece, ']'), tokens)[countEqual(arraySlice(pieces, 1, at), piece)] != piece,
                concat('[', piece, ']'),
                multiIf(piece = 'national_id', 'national id', piece = 'birth_date', 'birth date', piece)),
            pieces, arrayEnumerate(pieces))) AS renewed,
        renewed != normalised AS is_new
    FROM (
        SELECT said.*,
            replaceAll(replaceAll(lowerUTF8(replaceRegexpAll(replaceAll(
                substringUTF8(written.companied, said.span_start + 1, said.span_end - said.span_start), '\x02', ''),
                '\\[([A-Z_]+):[a-z2-7]{6,12}\\]', '[\\1]')), 'national id', 'national_id'), 'birth date', 'birth_date') AS cut
        FROM (SELECT * FROM utterances FINAL WHERE position(normalised, '[') = 0) AS said
        INNER JOIN (
            SELECT workspace, conversation_id, message_id, replaceRegexpAll(text, '[\\x{10000}-\\x{10FFFF}]', '\\0\x02') AS companied
            FROM messages FINAL WHERE match(text, '\\[[A-Z_]+(:[a-z2-7]{6,12})?\\]')
        ) AS written ON said.workspace = written.workspace AND said.conversation_id = written.conversation_id AND said.message_id = written.message_id
    )
)
WHERE is_new
SETTINGS join_algorithm = 'grace_hash';
