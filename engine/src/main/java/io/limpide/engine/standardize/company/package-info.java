/** Company identifiers and names: SIREN, SIRET, VAT, NAF, RNA, legal forms, company names. */
@org.jspecify.annotations.NullMarked
package io.limpide.engine.standardize.company;
