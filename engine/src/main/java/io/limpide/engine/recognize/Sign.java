package io.limpide.engine.recognize;

/** A form that a single value may have; one value may have several. */
enum Sign {
  EMAIL,
  PHONE,
  /** A phone whose plan tells mobile from fixed. */
  PLANNED_PHONE,
  MOBILE,
  SIREN,
  /** Seven to nine digits: a SIREN, valid or not, perhaps without its leading zeros. */
  LIKE_SIREN,
  SIRET,
  /** Twelve to fourteen digits, or what a spreadsheet made of them. */
  LIKE_SIRET,
  VAT,
  NAF,
  RNA,
  DATE,
  TIMESTAMP,
  YEAR,
  MONTH,
  DAY,
  POSTCODE,
  CITY,
  REGION,
  COUNTRY,
  URL,
  CIVILITY,
  GENDER,
  FLAG,
  STATUS,
  SOURCE,
  PARTY_KIND,
  /** Letters, spaces, hyphens, apostrophes and dots only, at most four words. */
  WORDS,
  /** A single given name, or a compound one. */
  GIVEN,
  FAMILY,
  /** Two words or more, one of them a given name, none of them of a company. */
  FULL_NAME,
  SEVERAL_WORDS,
  COMPANY,
  LEGAL_FORM,
  JOB,
  STREET,
  /** A street and a postcode in one value. */
  WHOLE_ADDRESS,
  HOUSE_NUMBER,
  NUMBER,
  /** With decimals or a currency. */
  AMOUNT,
  /** One word with a digit in it, such as an identifier. */
  CODE,
  /** Several items between separators. */
  ITEMS,
  /** Five words or more, or several lines. */
  TEXT;

  /** Returns the place of this sign among all, for a bit or an array. */
  @SuppressWarnings("EnumOrdinal") // never leaves the program, so the order may change
  int index() {
    return ordinal();
  }
}
