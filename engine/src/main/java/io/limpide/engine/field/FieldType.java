package io.limpide.engine.field;

/** What the values of a column mean. Recipes name it in lower case, such as {@code given_name}. */
public enum FieldType {
  RECORD_ID,
  CIVILITY,
  GENDER,
  GIVEN_NAME,
  FAMILY_NAME,
  /** Name before marriage. */
  BIRTH_NAME,
  FULL_NAME,
  BIRTH_DATE,
  /** A birth date spread over three columns of numbers, or its year alone. */
  BIRTH_YEAR,
  /** 1 to 12. */
  BIRTH_MONTH,
  /** Day of the month, 1 to 31. */
  BIRTH_DAY,
  BIRTH_PLACE,
  JOB_TITLE,
  COMPANY_NAME,
  /** Trade name, sign or acronym of a company beside its legal name. */
  TRADE_NAME,
  LEGAL_FORM,
  SIREN,
  SIRET,
  VAT,
  NAF,
  RNA,
  /** Any other identifier of a person or company: passport, social security, tax number, LEI. */
  NATIONAL_ID,
  EMAIL,
  PHONE,
  MOBILE,
  FAX,
  /** A whole address in one cell. */
  ADDRESS,
  /** Number and way; a second column of this type holds complements. */
  ADDRESS_LINE,
  HOUSE_NUMBER,
  POSTCODE,
  CITY,
  /** State, region or département. */
  REGION,
  COUNTRY,
  WEB_SITE,
  CREATED,
  UPDATED,
  LAST_ACTIVITY,
  /** Any other date. */
  DATE,
  /** True when the person must not be contacted. */
  OPT_OUT,
  /** True when the person agreed to be contacted. */
  OPT_IN,
  BOUNCED,
  /** Whether a company or person is active, closed, a customer, a prospect... */
  STATUS,
  SOURCE,
  OWNER,
  TAGS,
  CATEGORY,
  AMOUNT,
  /** Any other number. */
  NUMBER,
  FREE_TEXT,
  /** Not understood: kept as it is. */
  UNKNOWN;

  /** Returns the word that recipes and reports use. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
