namespace Rapport.Samples.Fhir;

/// <summary>Code systems and the codes that the demo's records use.</summary>
/// <remarks>Services: evidence.md §1.1–§1.8. Relations: HL7 v3 RoleCode. Flags, channels and purposes: Rapport's own.</remarks>
internal static class Codes
{
    public const string VisitTypes = "https://cedar-lane.example/visit-types";
    public const string Mrn = "https://cedar-lane.example/mrn";
    public const string Locations = "https://cedar-lane.example/locations";
    public const string Npi = "http://hl7.org/fhir/sid/us-npi";
    public const string RoleCode = "http://terminology.hl7.org/CodeSystem/v3-RoleCode";

    private const string SnomedSystem = "http://snomed.info/sct";

    public static Code Diabetes { get; } = Snomed("44054006", "Diabetes mellitus type 2");

    public static Code Hypertension { get; } = Snomed("38341003", "Hypertensive disorder");

    public static Code Asthma { get; } = Snomed("195967001", "Asthma");

    public static Code Depression { get; } = Snomed("35489007", "Depressive disorder");

    public static Code Hiv { get; } = Snomed("86406008", "Human immunodeficiency virus infection");

    public static Code Hysterectomy { get; } = Snomed("116140006", "Total hysterectomy");

    public static Code BilateralMastectomy { get; } = Snomed("27865001", "Bilateral mastectomy");

    public static Code Colectomy { get; } = Snomed("26390003", "Total colectomy");

    public static Code Snomed(string value, string display) => new(SnomedSystem, value, display);

    public static Code Loinc(string value, string display) => new("http://loinc.org", value, display);

    public static Code Cpt(string value, string? display = null) => new("http://www.ama-assn.org/go/cpt", value, display);

    public static Code Cdt(string value, string? display = null) => new("http://www.ada.org/cdt", value, display);

    public static Code Cvx(string value, string display) => new("http://hl7.org/fhir/sid/cvx", value, display);

    public static Code Channel(string value) => new("urn:rapport:channel", value);

    public static Code Purpose(string value) => new("urn:rapport:purpose", value);

    public static Code Flag(string value) => new("urn:rapport:flag", value);

    public static Code Relation(string value) => new(RoleCode, value);

    /// <summary>A code of HL7's terminology server.</summary>
    public static Code Hl7(string system, string value) => new($"http://terminology.hl7.org/CodeSystem/{system}", value);
}
