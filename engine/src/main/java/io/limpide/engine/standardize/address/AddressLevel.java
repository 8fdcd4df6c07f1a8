package io.limpide.engine.standardize.address;

/** How much of a postal address is there and holds together. */
public enum AddressLevel {
  /**
   * Where to deliver (numbered way, box or named place) is there, and the official table of places
   * has this commune under this postcode. Whether the way exists there is not known offline.
   */
  COMPLETE_VERIFIED,
  /**
   * All is there, but the table cannot tell: a CEDEX code, an unknown postcode, no house number.
   */
  COMPLETE,
  /** Postcode and commune agree, but where to deliver is missing. */
  CP_COMMUNE_OK,
  /** The table has both postcode and commune, but not together. */
  CP_COMMUNE_MISMATCH,
  /** Postcode or commune is missing. */
  INCOMPLETE,
  /** Outside France and Monaco: parts are recognised, nothing is verified. */
  FOREIGN,
  /** Nothing was recognised. */
  UNPARSED
}
