"""Seeded values for the grammar's slots: people, companies, places, addresses of many countries, numbers, and what is none of it."""

import random
import string
from collections import defaultdict

from gazetteers import LATIN, NATIONALITIES, REGIONS, cities, companies, company_forms, countries, jobs, names, phone_formats, states, streets
from tokens import strip_accents

LOCALE_WEIGHTS = {"en_US": 12, "en_GB": 6, "en_IN": 8, "de_DE": 4, "fr_FR": 4, "es_ES": 4, "it_IT": 4, "pt_BR": 3, "nl_NL": 4, "pl_PL": 4,
                  "en_NG": 2, "en_KE": 3, "en_PK": 3, "zh_CN": 4, "ja_JP": 4, "vi_VN": 3, "tr_TR": 3, "sv_SE": 3, "fi_FI": 3, "hu_HU": 3,
                  "is_IS": 3, "cs_CZ": 3, "hr_HR": 3, "da_DK": 3, "no_NO": 3, "yo_NG": 2, "zu_ZA": 2, "sw": 2, "id_ID": 3, "es_MX": 4}
ARAB_FIRST = """Ahmed Mohamed Mohammed Muhammad Ali Omar Hassan Hussein Khalid Ibrahim Yousef Youssef Tariq Tarek Faisal Abdullah Abdul
Karim Nasser Samir Walid Ziad Rashid Salim Hamza Bilal Mustafa Mahmoud Fatima Aisha Zainab Maryam Khadija Layla Leila Noor Nour Huda Amira
Yasmin Rania Salma Samira Hala Dina Reem Lina Sana Mona Nadia Farah Jamila Abdelrahman Imad Wassim Marwan Bashar Sulayman Ghassan Nizar
Qasim Ya'qub Shakir Rafiq Siham Widad Najla Thurayya Badr""".split()
ARAB_LAST = """Al-Sayed El-Masry Haddad Khoury Mansour Nasser Saleh Hamdan Darwish Farouk Aziz Rahman Al-Rashid Al-Farsi Al-Otaibi
Najjar Sabbagh Shaheen Qureshi Siddiqui Malik Sheikh Hakim Halabi Khalil Bishara Ghanem Maalouf Tannous Antar Issa Shamoun Hajjar Nahas
Sarraf Guirguis Wahab Abdallah Boutros Kanaan Rahal Handal Isa Ganim Morcos Asfour""".split()
SLAV_FIRST = """Ivan Dmitri Sergei Sergey Alexei Nikolai Vladimir Andrei Mikhail Yuri Oleg Igor Boris Pavel Anton Viktor Olga Natalia Irina
Svetlana Tatiana Ekaterina Anastasia Yelena Galina Ludmila Oksana Nadezhda Marina Vera Bogdan Taras Mykola Petro Zoya Lyubov Arkady
Gennady Valery Stanislav Radoslav Georgi Hristo Desislava Milena Zlatko Dragan Goran Milica Jovana""".split()
SLAV_LAST = """Ivanov Petrova Sokolov Kuznetsova Popov Volkov Morozova Lebedev Kozlov Novikova Orlov Pavlenko Shevchenko Kovalenko Bondarenko
Tkachuk Melnyk Kravchuk Boyko Dimitrov Georgieva Stoyanov Nikolova Todorov Jovanovic Petrovic Markovic Stojanovic Zaytsev Belyaeva
Gusev Titova Fomin Davydova Zhukov Vinogradova Bogdanov Vorobyov Fedorov""".split()
EAST_FIRST = """Wei Xin Yan Ming Li Jun Hui Ying Mei Ling Xiao Hao Jing Qiang Min-jun Ji-woo Seo-yeon Soo-jin Hyun-woo Hana Yuna Minh Linh
Thuy Anh Tuan Huong Phuong Kenji Hiroshi Yuki Sakura Haruto Aiko Takeshi Naoko Chen Bo Fang Shu Xiang Guo Zhen""".split()
EAST_LAST = """Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim
Nguyen Tran Le Pham Hoang Phan Vu Dang Bui Do Tanaka Suzuki Sato Watanabe Yamamoto Nakamura Kobayashi Hsu Tseng Chang Tsai Chiang Ch'en""".split()
OWN_LISTS = {"arab": (ARAB_FIRST, ARAB_LAST), "slav": (SLAV_FIRST, SLAV_LAST), "east": (EAST_FIRST, EAST_LAST)}

BRANDS = """Amazon Google Apple Microsoft Netflix Spotify Uber Lyft Airbnb PayPal Visa Mastercard Walmart Target Costco IKEA H&M Zara Nike Adidas
Samsung Sony LG Dell HP Lenovo Asus Intel IBM Oracle SAP Salesforce Adobe Cisco Siemens Bosch Philips Nokia Ericsson Vodafone Orange AT&T
Verizon T-Mobile Comcast Sprint Delta United Lufthansa Ryanair EasyJet Emirates Qantas KLM FedEx UPS DHL USPS Hermes Chase Citibank HSBC
Barclays Santander Revolut Monzo Wise Stripe Klarna Shopify eBay Etsy Alibaba Booking.com Expedia Tripadvisor Marriott Hilton Hyatt Starbucks
McDonald's KFC Subway Domino's Nestlé Unilever Pfizer Bayer Novartis Roche Toyota Honda Ford BMW Audi Volkswagen Tesla Renault Fiat Volvo Shell
BP Exxon Chevron Boeing Airbus Disney Sainsbury's Tesco Aldi Lidl Carrefour Deloitte KPMG PwC Accenture Infosys Wipro Tata Facebook Twitter
Instagram WhatsApp TikTok LinkedIn YouTube Zoom Slack Dropbox GitHub NASA FBI UNICEF UNESCO NATO Interpol Greenpeace Oxfam BBC CNN Reuters
Bloomberg Forbes Wikipedia Mozilla Nvidia AMD Qualcomm Huawei Xiaomi Panasonic Canon Nikon Fujitsu Hitachi Toshiba Whirlpool Dyson""".split()
BRANDS += ["Best Buy", "Home Depot", "Bank of America", "Wells Fargo", "Goldman Sachs", "JP Morgan", "American Express", "Deutsche Bank", "Credit Suisse",
           "Red Cross", "World Bank", "United Nations", "European Union", "General Motors", "General Electric", "Johnson & Johnson", "Procter & Gamble",
           "Burger King", "Pizza Hut", "Taco Bell", "British Airways", "Air France", "Turkish Airlines", "Royal Mail", "Deutsche Post", "Deutsche Bahn",
           "Whole Foods", "Trader Joe's", "Marks & Spencer", "Louis Vuitton", "Mercedes-Benz", "Manchester United", "Real Madrid", "New York Times",
           "Harvard University", "Stanford University", "University of Oxford", "Mayo Clinic", "Mount Sinai Hospital", "Lloyds Bank", "State Farm"]
PRODUCTS = """iPhone|iPhone 12|iPhone 15 Pro|iPad|MacBook Pro|Galaxy S21|Galaxy Note|Pixel 7|Kindle|Kindle Paperwhite|Echo Dot|Alexa|Windows 10|
Windows 11|Office 365|Excel|Photoshop|PlayStation 5|PS5|Xbox|Xbox One|Nintendo Switch|AirPods|Apple Watch|Chromecast|Fire TV|Roku|GoPro|ThinkPad|
Surface Pro|Gmail|Google Maps|Chrome|Firefox|Outlook|Android|Minecraft|Fortnite|Corolla|Civic|Model 3|Golf GTI|Prius|Camry|Diet Coke|Pepsi|
Big Mac|Whopper|Nutella|Aspirin|Tylenol|Ibuprofen|Roomba|Instant Pot|Fitbit|PowerPoint|Photoshop Elements|Java|Linux|Ubuntu|Bluetooth speaker X200""".replace("\n", "").split("|")
STREET_SUFFIXES = "Street St St. Avenue Ave Ave. Road Rd Rd. Lane Ln Drive Dr Dr. Boulevard Blvd Court Ct Place Pl Way Terrace Close Crescent Circle Cir Square Parkway Pkwy Highway Trail Row Gardens Grove Hill Mews Walk View Loop Alley Pike Path Run Point Ridge".split()
STREET_WORDS = "Main Oak Maple Cedar Pine Elm Washington Lake Hill Park Church High Station Victoria King Queen Mill River Spring Sunset Highland Forest Meadow Chestnut Walnut Willow Market Bridge North South West East Union Center Franklin Jefferson Lincoln Jackson Valley Railroad School Ridge Cherry Dogwood Hickory Mulberry Birch Magnolia Green Orchard Second Third Fifth College Prospect Locust Poplar Spruce Bay Ocean Beach Garden Grove Manor Stone Fox Deer Eagle Bear Turkey Hollow Rocky Sandy Golden Red White Black Silver Old New Little Upper Lower".split()
ABROAD = {  # what a street is called, before or after its name
    "after": """straße strasse str. weg gasse platz allee ring damm ufer steig gade vej allé stræde vænget gata gate vei veien vägen gatan väg gränd
        katu tie kuja polku tn. iela gatvė utca út útja tér körút straat laan weg plein dijk kade singel gracht dreef sokak caddesi sokağı cd. sk. ulice
        náměstí třída ulica cesta ul. dori chome nagar marg road colony salai street vegur gata braut stígur holt""".split(),
    "before": """rue|rue de|rue du|rue de la|rue des|avenue|avenue de|avenue du|boulevard|bd|place|place de|chemin de|allée des|impasse|quai|route de|cours|
        calle|c/|C/|Calle de|calle del|avenida|Avda.|av.|plaza|paseo|paseo de|camino de|ronda|carrera|cra|via|Via|viale|corso|piazza|largo|vicolo|strada|
        rua|Rua|rua da|rua do|R.|travessa|Av.|avenida da|praça|alameda|ul.|ulica|al.|os.|plac|strada|str.|bd.|ulitsa|ul|prospekt|bulevar|jalan|jl.|jln|lorong|
        Đường|soi""".replace("\n", "").split("|"),
}
EVERYDAY_NOUNS = "Blue Harbor|Green Leaf|Silver|North Star|Bright|Simple|Prime|First|Summit|Pioneer|Golden|Red Oak|Quick|Smart|Fresh|Happy|Urban|Global|National|Pacific|Atlantic|Royal|Liberty|Star|Sun|Moon|River|Mountain|Eagle|Lion|Phoenix|Cedar|Rapid|Total|Super|Mega|Family|Century|Crystal|Diamond|Magic|Modern|Old Town|Central|Metro|Twin|Three Rivers|Pure|Vital|Ever|Open|Clear|True|Bold|Wise".split("|")
TRADES = "Foods|Market|Markets|Hardware|Electronics|Solutions|Services|Systems|Bank|Insurance|Mutual|Airlines|Motors|Auto Parts|Energy|Pharma|Pharmacy|Health|Clinic|Hospital|University|College|School|Books|Records|Music|Video|Stores|Shoes|Clothing|Fashions|Jewelers|Furniture|Realty|Properties|Builders|Construction|Consulting|Partners|Advisors|Capital|Financial|Media|Studios|Press|Times|Labs|Technologies|Software|Networks|Telecom|Wireless|Logistics|Shipping|Travel|Tours|Hotel|Hotels|Inn|Resort|Restaurant|Grill|Pizza|Burger|Cafe|Coffee|Bakery|Brewing|Farms|Garden Center|Landscaping|Cleaning|Plumbing|Security|Fitness|Gym|Toys|Sports|Outfitters|Department Store|Supermarket|Drugs|Craft|Design|Designs|Planners|Merchandising|Development|Management|Foundation|Institute|Society|Council|Ministry|Association|Federation|Union|Club|Church|Group|Holdings".split("|")
FORMS = "Inc|Inc.|Ltd|Ltd.|LLC|LLP|Corp|Corp.|Corporation|Co.|Company|GmbH|AG|KG|S.A.|SA|SARL|S.p.A.|S.r.l.|BV|B.V.|NV|AB|AS|A/S|Oy|PLC|plc|Pty Ltd|Pvt Ltd|Group|& Co|& Sons|& Co.|Holdings|Bros|Brothers".split("|")
MORE_TRADES = """Lumber|Steel|Paper|Glass|Chemicals|Plastics|Textiles|Mills|Mining|Oil|Gas|Gas & Electric|Water|Power|Light|Railway|Airways|Cruises|Lines|Ferries|Trucking|Freight|Couriers|
Taxi|Cabs|Rentals|Leasing|Parking|Tires|Tyres|Garage|Car Wash|Bikes|Marine|Aviation|Aerospace|Robotics|Semiconductors|Computers|Data|Cloud|Analytics|Games|Interactive|Pictures|Films|
Radio|Broadcasting|Publishing|Printing|Photo|Optical|Dental|Medical|Medical Center|Surgery|Therapeutics|Biotech|Sciences|Research|Laboratories|Diagnostics|Wellness|Spa|Salon|Barbers|
Beauty|Cosmetics|Perfumes|Fabrics|Tailors|Boutique|Apparel|Outlet|Warehouse|Wholesale|Discount|Bazaar|Emporium|Trading|Imports|Exports|Supplies|Supply|Tools|Equipment|Machinery|
Appliances|Stereo|Audio|Lighting|Kitchens|Bathrooms|Flooring|Carpets|Roofing|Windows|Doors|Paint|Decorating|Interiors|Architects|Engineering|Engineers|Surveyors|Homes|Housing|
Estates|Storage|Removals|Movers|Pest Control|Nursery|Florist|Pets|Veterinary|Feed|Seeds|Dairy|Meats|Butchers|Fish|Seafood|Produce|Grocery|Grocers|Deli|Catering|Kitchen|Diner|
Steakhouse|Bistro|Tavern|Pub|Bar|Lounge|Winery|Wines|Distillery|Tea|Sweets|Chocolates|Ice Cream|Donuts|Sushi|Noodles|Tacos|Chicken|Sandwiches|Juice|Snacks|Beverages|Tobacco|
Credit Union|Savings|Trust|Investments|Equity|Ventures|Securities|Brokers|Funding|Payments|Lending|Mortgage|Accounting|Tax|Audit|Law|Legal|Attorneys|Solicitors|Notaries|
Recruitment|Staffing|Training|Academy|Institute of Technology|Learning|Kindergarten|Library|Theatre|Cinemas|Gallery|Museum|Zoo|Ballet|Orchestra|Festival|Events|Tickets|Casino|
Racing|Football Club|FC|United|Rovers|Athletics|Yoga|Golf|Ski|Outdoors|Adventures|Holidays|Vacations|Airlines|Hostel|Suites|Lodge|Marina|Charity|Relief|Aid|Alliance|Network|
Authority|Commission|Agency|Department|Office|Board|Bureau|Court|Police|Fire Department|Party|Movement|Coalition|League|Guild|Cooperative|Co-op|Syndicate|Consortium|International|
Worldwide|Enterprises|Industries|Works|Products|Brands|Associates|Agencies|Ideas|Concepts|Dynamics|Innovations|Strategies|Communications|Marketing|Advertising|Branding|Digital""".replace("\n", "").split("|")
APOSTROPHE_S = chr(39) + "s"
LANGUAGES = "English French German Spanish Italian Polish Dutch Portuguese Arabic Hindi Urdu Mandarin Turkish Russian Ukrainian Greek Swedish Danish Japanese Korean Vietnamese Tamil Swahili Hebrew".split()
SYLLABLES = "ba be bi bo bra cal cen cor da del den dex dri el en er ex fa fen fi flex ga gen glo gra hel hy in ja ka kar ko la len li lo lu ma mar med mi mo na ne net no nu o on or pa per pli po pri pro qua qui ra re ri ro sa sen si so sta su sy ta tec tel ter ti to tra tri u va ve vi vo wa we x xi ya za zen zi".split()


class Fillers:
    def __init__(self, seed: int):
        self.random = random.Random(seed)
        self.locales = names()
        self.latin = {key: value for key, value in self.locales.items() if LATIN.match("".join(value["first"][:3]))}
        self.keys = sorted(self.latin)
        self.weights = [LOCALE_WEIGHTS.get(key, 1) for key in self.keys]
        self.other = sorted(set(self.locales) - set(self.latin))
        self.cities = cities()
        self.by_country = defaultdict(list)
        for name, country, _ in self.cities:
            self.by_country[country].append(name)
        self.streets = streets()
        self.chain = self.learn_chain()

    def learn_chain(self):
        """Letter trigrams of names, from which names that nobody has are made, so that a list is never all there is to go by."""
        chain = defaultdict(list)
        for lists in self.latin.values():
            for name in [*lists["first"][::3], *lists["last"][::3]]:
                padded = "^^" + name.lower() + "$"
                for index in range(len(padded) - 2):
                    chain[padded[index : index + 2]].append(padded[index + 2])
        return chain

    def invented(self) -> str:
        while True:
            state, name = "^^", ""
            while len(name) < 12:
                letter = self.random.choice(self.chain[state])
                if letter == "$":
                    break
                name += letter
                state = state[1] + letter
            if 3 <= len(name) and name.isalpha():
                return name.capitalize()

    def pick(self, items):
        return items[int(self.random.random() * len(items))]

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def digits(self, count: int) -> str:
        return "".join(self.pick("0123456789") for _ in range(count))

    def pair(self) -> tuple[str, str]:
        """A first and a last name of one culture."""
        draw = self.random.random()
        if draw < 0.12:
            first, last = OWN_LISTS[self.pick(sorted(OWN_LISTS))]
        elif draw < 0.15:
            lists = self.locales[self.pick(self.other)]
            first, last = lists["first"], lists["last"]
        else:
            lists = self.latin[self.random.choices(self.keys, self.weights)[0]]
            first, last = lists["first"], lists["last"]
        one, two = self.pick(first), self.pick(last)
        if self.chance(0.08):
            one = self.invented()
        if self.chance(0.12):
            two = self.invented()
        if self.chance(0.3):
            one, two = strip_accents(one), strip_accents(two)
        return one, two

    def first(self) -> str:
        return self.pair()[0].split(" ")[0]

    def last(self) -> str:
        return self.pair()[1]

    def person(self) -> str:
        one, two = self.pair()
        draw = self.random.random()
        if draw < 0.62:
            return f"{one} {two}"
        if draw < 0.70:
            return f"{one} {self.pick(string.ascii_uppercase)}{self.pick(['.', '.', ''])} {two}"
        if draw < 0.74:
            return f"{one} {self.first()} {two}"
        if draw < 0.77:
            return f"{one} {two}-{self.last()}"
        if draw < 0.80:
            return f"{one[0]}. {two}"
        if draw < 0.83:
            return f"{two} {one}"
        if draw < 0.85:
            return f"{one} {two} {self.pick(['Jr.', 'Jr', 'III', 'Sr.'])}"
        return one

    def coined(self) -> str:
        return "".join(self.pick(SYLLABLES) for _ in range(self.random.randint(2, 3))).capitalize()

    def form(self) -> str:
        return self.pick(FORMS) if self.chance(0.6) else self.pick(company_forms())

    def trade(self) -> str:
        return self.pick(TRADES) if self.chance(0.6) else self.pick(MORE_TRADES)

    def org(self) -> str:
        tail = f" {self.form()}" if self.chance(0.25) else ""
        draw = self.random.random()
        if draw < 0.14:
            return self.pick(BRANDS)
        if draw < 0.36:
            return self.pick(companies()[0])
        if draw < 0.39:
            return self.pick(companies()[1])
        if draw < 0.46:
            return f"{self.last()} {self.form()}"
        if draw < 0.53:
            return f"{self.last()}{self.pick([', ', ' & ', ' and ', '-', ', '])}{self.last()}{tail}"
        if draw < 0.56:
            return f"{self.last()}, {self.last()}{self.pick([' and ', ' & ', ', '])}{self.last()}{tail}"
        if draw < 0.68:
            return f"{self.pick(EVERYDAY_NOUNS)} {self.trade()}{tail}"
        if draw < 0.78:
            return f"{self.pick([self.city, self.last, self.last, self.first])()}{self.pick(['', '', APOSTROPHE_S])} {self.trade()}{tail}"
        if draw < 0.86:
            return f"{self.coined()}{self.pick(['', '', ' ' + self.form(), ' ' + self.trade()])}"
        if draw < 0.89:
            return "".join(self.pick(string.ascii_uppercase) for _ in range(self.random.randint(2, 4))) + self.pick(["", "", tail, " " + self.trade()])
        if draw < 0.92:
            return f"{self.pick(EVERYDAY_NOUNS).replace(' ', '')}{self.pick(['', '-', ' ' * self.chance(0.3)])}{self.trade().split(' ')[0].lower() if self.chance(0.5) else self.trade().split(' ')[0]}"
        if draw < 0.95:
            return f"{self.pick(['The ', 'The ', ''])}{self.pick(EVERYDAY_NOUNS)} {self.pick(['', '& ', 'and '])}{self.pick(EVERYDAY_NOUNS)}"
        if draw < 0.97:
            return f"{self.pick([self.last, self.first])()}{self.pick([APOSTROPHE_S, 's'])}"
        return self.pick(["University of ", "Bank of ", "Ministry of ", "City of ", "Museum of ", "Banco de ", "Universität ", "Stadtwerke ", "Port of "]) + self.city()

    def city(self) -> str:
        limit = self.pick([60, 400, 3000, len(self.cities)])
        return self.cities[int(self.random.random() * limit)][0]

    def place(self) -> str:
        draw = self.random.random()
        if draw < 0.5:
            return self.city()
        if draw < 0.78:
            return self.country()
        if draw < 0.88:
            return self.pick(states()[0])
        if draw < 0.94:
            return self.pick(REGIONS)
        return f"{self.city()}{self.pick([', ', ', ', ' '])}{self.pick([self.pick(states()[1]), self.pick(states()[0]), self.country()])}"

    def country(self) -> str:
        return self.pick(["USA", "US", "UK", "Germany", "France", "India", "Canada", "China", "Italy", "Spain"]) if self.chance(0.3) else self.pick(countries())

    def nationality(self) -> str:
        return self.pick(NATIONALITIES)

    def product(self) -> str:
        return self.pick(PRODUCTS)

    def job(self) -> str:
        """In lower case, as in running text, or as a form has it."""
        found = self.pick(jobs())
        return found if self.chance(0.35) else found.lower()

    def lang(self) -> str:
        return self.pick(LANGUAGES)

    def age(self) -> str:
        return str(self.random.randint(1, 99)) if self.chance(0.9) else self.pick("eighteen twenty-five thirty forty-two sixty seventy-one nineteen".split())

    def zip(self) -> str:
        letter = lambda: self.pick("ABCDEFGHJKLMNPRSTUVWXY")  # noqa: E731
        d = self.digits
        return self.pick([lambda: d(5), lambda: d(5), lambda: d(5), lambda: f"{d(5)}-{d(4)}", lambda: d(4), lambda: d(6),
                          lambda: f"{letter()}{letter()}{d(1)} {d(1)}{letter()}{letter()}", lambda: f"{letter()}{d(1)}{letter()} {d(1)}{letter()}{d(1)}",
                          lambda: f"{d(2)}-{d(3)}", lambda: f"{d(4)} {letter()}{letter()}", lambda: f"{d(3)} {d(2)}", lambda: f"{d(5)}-{d(3)}"])()

    def number(self) -> str:
        number = str(self.random.randint(1, self.pick([30, 200, 999, 9999])))
        if self.chance(0.08):
            number += self.pick([" ", ""]) + self.pick("abcdABCD")
        if self.chance(0.04):
            number += f"{self.pick('-/')}{self.random.randint(1, 60)}"
        return number

    def street_name(self) -> str:
        """A street with its kind of way, of any country, without the house's number."""
        draw = self.random.random()
        if draw < 0.45:
            name = self.pick([self.pick(STREET_WORDS), self.pick(STREET_WORDS), self.last(), f"{self.pick(STREET_WORDS)} {self.pick(STREET_WORDS)}",
                              f"{self.random.randint(1, 99)}th", self.first(), f"{self.last()} {self.pick(STREET_WORDS)}"])
            return f"{name} {self.pick(STREET_SUFFIXES)}"
        locale = self.pick(sorted(self.streets))
        names_ = self.streets[locale]["names"]
        if draw < 0.6 and names_:
            return self.pick(names_).title() if locale == "az_AZ" else self.pick(names_)
        name = self.pick([self.last(), self.city(), self.first() + " " + self.last(), self.invented(), self.invented()])
        if self.chance(0.5):
            kind = self.pick(ABROAD["after"])
            if self.chance(0.5) and not kind.endswith("."):
                return f"{name.split(' ')[0]}{kind}" if kind.islower() else f"{name} {kind}"
            return f"{name} {kind.capitalize() if self.chance(0.5) else kind}"
        kind = self.pick(ABROAD["before"]).strip()
        return f"{kind if self.chance(0.6) else kind[:1].upper() + kind[1:]} {name}"

    def street(self) -> str:
        """A street with a number, either way round, sometimes with a flat."""
        name, number = self.street_name(), self.number()
        text = self.pick([f"{number} {name}", f"{number} {name}", f"{name} {number}", f"{number}, {name}", f"{name}, {number}", f"{name} no. {number}" if self.chance(0.3) else f"{number} {name}"])
        if self.chance(0.25):
            flat = self.pick(["Apt", "Apt.", "Apartment", "Suite", "Ste", "Unit", "Flat", "#", "Floor", "Piso", "Whg.", "App.", "Door", "Room", "Bldg", "Building", "Block"])
            tail = f"{flat}{'' if flat == '#' else ' '}{self.pick([self.digits(1), self.digits(2), self.digits(3), self.pick('ABCDE'), self.digits(1) + self.pick('ABC')])}"
            text = f"{tail}{self.pick([', ', ' '])}{text}" if self.chance(0.2) else f"{text}{self.pick([', ', ' ', ' - '])}{tail}"
        return text

    def address(self) -> str:
        """A street and some of town, state, code and country, in the orders and with the breaks that people use."""
        draw = self.random.random()
        if draw < 0.05:
            street = f"{self.pick(['P.O. Box', 'PO Box', 'P. O. Box', 'Box', 'Postfach', 'BP'])} {self.digits(self.random.randint(2, 5))}"
        elif draw < 0.12:
            street = self.indian()
        else:
            street = self.street()
        code = self.pick([self.pick(list(self.by_country)), "US", "US", "GB", "IN", "DE", "FR"])
        town = self.pick(self.by_country[code]) if self.chance(0.8) else self.pick([self.last(), self.invented(), self.invented().upper(), self.city().upper()])
        state = self.pick([self.pick(states()[1]), self.pick(states()[1]), self.pick(states()[0]), self.pick(REGIONS)])
        separator = self.pick([", ", ", ", ", ", "\n", ",\n", " ", " - ", "; ", "\n\n"])
        inner = self.pick([", ", " ", " ", separator])
        parts = [street]
        if draw > 0.3:
            shape = self.random.random()
            if shape < 0.30:
                parts.append(f"{town}{self.pick([', ', ' ', inner])}{state} {self.zip()}")
            elif shape < 0.42:
                parts.append(f"{self.zip()} {town}")
            elif shape < 0.52:
                parts.append(f"{town} {self.zip()}")
            elif shape < 0.66:
                parts.append(town)
            elif shape < 0.74:
                parts += [town, f"{state}{self.pick([' ', ', '])}{self.zip()}"]
            elif shape < 0.82:
                parts += [town, self.zip()]
            elif shape < 0.88:
                parts.append(f"{town}{inner}{state}")
            else:
                parts += [town, state] if self.chance(0.5) else [town]
                parts.append(f"{self.country()} {self.zip()}" if self.chance(0.5) else f"{self.zip()} {self.country()}")
            if self.chance(0.2):
                parts.append(self.country())
        if separator == " " and len(parts) > 1 and self.chance(0.5):
            return " ".join(parts).replace(",", "")
        return separator.join(parts)

    def indian(self) -> str:
        block = self.pick(["Flat No", "Plot no.", "House no", "H.No", "Door No", "#", "No.", "Shop"])
        area = self.pick([f"{self.first()} Nagar", f"{self.last()} Colony", f"Sector {self.random.randint(1, 90)}", f"{self.last()} Layout", f"{self.last()} Enclave", f"{self.first()} Street", "MG Road"])
        return f"{block} {self.random.randint(1, 999)}{self.pick(['', '/' + self.digits(1), self.pick('ABC')])}, {area}"

    # What is none of it: tagged O, and there so that numbers and codes are seen for what they are.
    def phone(self) -> str:
        d = self.digits
        if self.chance(0.6):
            return "".join(self.pick("0123456789") if sign == "#" else self.pick("123456789") if sign == "%" else sign for sign in self.pick(phone_formats()))
        return self.pick([lambda: f"({d(3)}) {d(3)}-{d(4)}", lambda: f"+{d(2)} {d(3)} {d(6)}", lambda: d(10), lambda: d(10), lambda: f"{d(3)}-{d(3)}-{d(4)}", lambda: f"0{d(3)} {d(6)}",
                          lambda: f"+1 {d(3)} {d(3)} {d(4)} x{d(3)}", lambda: f"0{d(2)}/{d(7)}", lambda: f"{d(3)}.{d(3)}.{d(4)}", lambda: f"0{d(1)} {d(2)} {d(2)} {d(2)} {d(2)}",
                          lambda: f"0{d(2)} {d(3)} {d(2)} {d(2)}", lambda: f"0{d(2)}-{d(3)} {d(2)} {d(2)}", lambda: f"({d(2)}) {d(4)}-{d(4)}", lambda: f"{d(2)}-{d(2)}-{d(2)}-{d(2)}", lambda: f"({d(2)}) {d(4)} {d(4)}",
                          lambda: f"{d(4)} {d(3)} {d(3)}", lambda: f"{d(3)} {d(3)} {d(3)}", lambda: f"0{d(3)}-{d(6)}", lambda: f"0{d(3)} {d(2)} {d(2)} {d(2)}"])()

    def email(self) -> str:
        return f"{self.first().lower()}{self.pick(['.', '_', ''])}{self.pick([self.last().lower().replace(' ', ''), self.digits(2)])}@{self.coined().lower()}.{self.pick(['com', 'net', 'org', 'de', 'co.uk', 'in'])}"

    def url(self) -> str:
        return f"{self.pick(['https://', 'http://', 'www.', 'https://www.', ''])}{self.coined().lower()}{self.pick(['', self.last().lower().replace(' ', '')])}.{self.pick(['com', 'net', 'org', 'io', 'fr', 'co.uk'])}{self.pick(['', '/help', '/account/' + self.digits(4)])}"

    def card(self) -> str:
        return self.pick([lambda: " ".join(self.digits(4) for _ in range(4)), lambda: self.digits(16), lambda: "-".join(self.digits(4) for _ in range(4))])()

    def iban(self) -> str:
        return f"{self.pick('DFGIEN')}{self.pick('EBRTSL')}{self.digits(20)}"

    def ssn(self) -> str:
        return f"{self.digits(3)}-{self.digits(2)}-{self.digits(4)}"

    def id(self) -> str:
        d = self.digits
        return self.pick([lambda: d(6), lambda: d(8), lambda: f"#{d(7)}", lambda: f"{self.pick('ABCDXYZ')}{d(6)}", lambda: f"ORD-{d(5)}", lambda: f"{self.pick('ABCXYZ')}{self.pick('ABCXYZ')}-{d(4)}-{d(3)}", lambda: d(12), lambda: f"{self.pick('PQRST')}{self.pick('KLMN')}{d(3)}{self.pick('ABC')}{d(2)}"])()

    def long(self) -> str:
        return self.digits(self.random.randint(7, 15))

    def ip(self) -> str:
        return ".".join(str(self.random.randint(0, 255)) for _ in range(4))

    def amount(self) -> str:
        number = self.pick([str(self.random.randint(1, 900)), f"{self.random.randint(1, 999)}.{self.digits(2)}", f"{self.random.randint(1, 20)},{self.digits(3)}"])
        return self.pick([f"${number}", f"${number}", f"€{number}", f"{number} EUR", f"£{number}", f"{number} dollars", f"{number} USD", f"₹{number}", f"{number}€"])

    def date(self) -> str:
        day, month, year = self.random.randint(1, 28), self.random.randint(1, 12), self.random.randint(1935, 2026)
        word = self.pick("January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Oct Nov Dec".split())
        return self.pick([f"{day}/{month}/{year}", f"{year}-{month:02}-{day:02}", f"{word} {day}, {year}", f"{day} {word} {year}", f"{word} {day}", f"{day}.{month}.{year}", f"{word} {year}",
                          f"the {day}th of {word}", self.pick("Monday Tuesday Wednesday Thursday Friday Saturday Sunday tomorrow yesterday today".split()), f"{day}th {word}", f"last {self.pick('Monday Friday Sunday week month year'.split())}", f"{word} {day}th"])

    def time(self) -> str:
        return self.pick([f"{self.random.randint(1, 12)} {self.pick(['pm', 'am', 'PM'])}", f"{self.random.randint(0, 23)}:{self.digits(1)}5", f"{self.random.randint(1, 12)}:30 pm", "noon", "midnight"])

    def title(self) -> str:
        return self.pick("Mr. Mrs. Ms. Dr. Mr Mrs Ms Dr Prof. Professor Miss Sir Herr Frau Señor Madame Mx.".split())
