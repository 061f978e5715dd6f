// The invented company: what it sells, where its customers live, who works there.

/** What the company calls itself and its goods, as far as nobody is called so. */
export const OWN_NAMES = ["Lumora", "Glow", "Halo", "Beam", "Tune", "Drift", "Pebble", "Spark"] as const;

export const PRODUCTS = [
  "Glow lamp",
  "Halo ceiling light",
  "Beam light strip",
  "Spark bulb",
  "Dawn wake-up light",
  "Tune Mini",
  "Tune Max",
  "Tune soundbar",
  "Lumora hub",
  "Drift floor lamp",
  "Pebble night light",
  "motion sensor",
  "door sensor",
  "smart plug",
] as const;
export const LAMPS = [
  "Glow lamp",
  "Halo",
  "light strip",
  "Spark bulb",
  "Dawn light",
  "Drift lamp",
  "Pebble",
  "ceiling light",
  "lamp",
  "bedside lamp",
] as const;
export const SPEAKERS = [
  "Tune Mini",
  "Tune Max",
  "speaker",
  "soundbar",
  "Tune speaker",
  "kitchen speaker",
] as const;
/** How people call things when they do not know the name. */
export const LOOSE_PRODUCTS = [
  "lamp",
  "light",
  "speaker",
  "hub",
  "light strip",
  "bulb",
  "floor lamp",
  "sensor",
  "night light",
  "smart plug",
] as const;
export const PLANS = ["free", "plus", "family"] as const;
export const PROMO_CODES = ["WELCOME10", "LUMO15", "SPRING5", "FRIENDS10"] as const;
export const CAMPAIGN_CODE = "GLOW20";
export const ANDROID_DEVICES = [
  "Pixel 8",
  "Pixel 7a",
  "Galaxy S23",
  "Galaxy A54",
  "Galaxy S21",
  "OnePlus 11",
  "Xiaomi 13",
  "Moto G84",
  "Fairphone 5",
] as const;
export const IOS_DEVICES = [
  "iPhone 15",
  "iPhone 14",
  "iPhone 13 mini",
  "iPhone 12",
  "iPhone SE",
  "iPad Air",
] as const;
export const AGENTS = [
  "Maya",
  "Tom",
  "Priya",
  "Jonas",
  "Elena",
  "Samuel",
  "Aisha",
  "Luca",
  "Grace",
  "Mateus",
  "Freya",
  "Omar",
  "Nina",
  "Callum",
  "Ines",
  "Kofi",
  "Hanna",
  "Diego",
  "Yuki",
  "Bram",
] as const;
export const COMPANIES = [
  "Harbour Lane Hotels",
  "Studio Nordlicht",
  "Bright & Daughters Ltd",
  "Café Solaris",
  "Kestrel Dental",
  "Oakfield Primary School",
  "Tidewater Offices",
] as const;

export type Country = {
  readonly code: string;
  readonly zone: string;
  /** Share among all customers. */
  readonly share: number;
  /** The language some of its customers write in instead of English, and how often. */
  readonly language?: "de" | "fr" | "es" | "pt" | "nl";
  readonly languageShare: number;
};

export const COUNTRIES: readonly Country[] = [
  { code: "US", zone: "America/New_York", share: 0.3, languageShare: 0 },
  { code: "GB", zone: "Europe/London", share: 0.25, languageShare: 0 },
  { code: "CA", zone: "America/Toronto", share: 0.07, language: "fr", languageShare: 0.06 },
  { code: "IE", zone: "Europe/Dublin", share: 0.05, languageShare: 0 },
  { code: "AU", zone: "Australia/Sydney", share: 0.05, languageShare: 0 },
  { code: "IN", zone: "Asia/Kolkata", share: 0.04, languageShare: 0 },
  { code: "DE", zone: "Europe/Berlin", share: 0.08, language: "de", languageShare: 0.27 },
  { code: "NL", zone: "Europe/Amsterdam", share: 0.05, language: "nl", languageShare: 0.2 },
  { code: "FR", zone: "Europe/Paris", share: 0.05, language: "fr", languageShare: 0.3 },
  { code: "ES", zone: "Europe/Madrid", share: 0.04, language: "es", languageShare: 0.3 },
  { code: "BR", zone: "America/Sao_Paulo", share: 0.02, language: "pt", languageShare: 0.35 },
];
