/** Web sites: form, slips, and the domain by which a company is known. */
@org.jspecify.annotations.NullMarked
package io.limpide.engine.standardize.web;
