using System.Collections.Frozen;

namespace Rapport.Core.Planning.Schedules;

/// <summary>The short names of code systems in our files, and every address under which feeds name them.</summary>
public static class CodeSystems
{
    private static readonly FrozenDictionary<string, string[]> Addresses = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["loinc"] = ["http://loinc.org", "urn:oid:2.16.840.1.113883.6.1"],
        ["snomed"] = ["http://snomed.info/sct", "urn:oid:2.16.840.1.113883.6.96"],
        ["cpt"] = ["http://www.ama-assn.org/go/cpt", "urn:oid:2.16.840.1.113883.6.12"],
        ["hcpcs"] =
        [
            "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
            "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
            "urn:oid:2.16.840.1.113883.6.285",
        ],
        ["icd10"] = ["http://hl7.org/fhir/sid/icd-10-cm", "http://hl7.org/fhir/sid/icd-10", "urn:oid:2.16.840.1.113883.6.90"],
        ["icd10pcs"] = ["http://www.cms.gov/Medicare/Coding/ICD10", "urn:oid:2.16.840.1.113883.6.4"],
        ["cvx"] = ["http://hl7.org/fhir/sid/cvx", "urn:oid:2.16.840.1.113883.12.292"],
        ["rxnorm"] = ["http://www.nlm.nih.gov/research/umls/rxnorm", "urn:oid:2.16.840.1.113883.6.88"],
        ["cdt"] = ["http://www.ada.org/cdt", "http://www.nlm.nih.gov/research/umls/cdt", "urn:oid:2.16.840.1.113883.6.13"],
        ["cdsi"] = ["https://www.cdc.gov/vaccines/programs/iis/cdsi.html"],
        ["phinvads"] = ["urn:oid:2.16.840.1.114222.4.5.274"],
        ["concept"] = ["urn:rapport:concept"],
        ["service"] = ["urn:rapport:service"],
        ["origin"] = ["urn:rapport:origin"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Vaccine products.</summary>
    public const string Cvx = "http://hl7.org/fhir/sid/cvx";

    /// <summary>Makers of vaccines.</summary>
    public const string Mvx = "http://hl7.org/fhir/sid/mvx";

    /// <summary>Observations that bear on vaccines, by their number in the CDC list.</summary>
    public const string Cdsi = "https://www.cdc.gov/vaccines/programs/iis/cdsi.html";

    /// <summary>Our own: the id of a row, for a service that was done or declined without a code of its own.</summary>
    public const string Service = "urn:rapport:service";

    /// <summary>Our own: where a record came from, such as <c>patient-reported</c>.</summary>
    public const string Origin = "urn:rapport:origin";

    /// <summary>Every address of a code system, by its short name; an address stands for itself.</summary>
    public static IReadOnlyList<string> AddressesOf(string system) => Addresses.TryGetValue(system, out var addresses)
        ? addresses
        : Addresses.Values.FirstOrDefault(all => all.Contains(system, StringComparer.Ordinal)) ?? [system];
}
