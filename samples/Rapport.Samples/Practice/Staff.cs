using Rapport.Samples.Fhir;

namespace Rapport.Samples.Practice;

/// <summary>An invented clinician of the practice.</summary>
internal sealed record Clinician(string Id, string Npi, string Prefix, string Given, string Family, string Suffix, Code Specialty, string Location)
{
    public string Reference => $"Practitioner/{Id}";

    public string ConditionalReference => $"Practitioner?identifier={Codes.Npi}|{Npi}";

    public string Display => Prefix.Length > 0 ? $"{Prefix} {Given} {Family}" : $"{Given} {Family}, {Suffix}";
}

/// <summary>Who works at Cedar Lane Family Health, and where.</summary>
internal static class Staff
{
    public const string MainStreet = "main-street";
    public const string Riverside = "riverside";

    public static Clinician Raman { get; } =
        new("dr-raman", "9999900001", "Dr.", "Priya", "Raman", "MD", Specialty("207Q00000X", "Family Medicine"), MainStreet);

    public static Clinician Marquez { get; } =
        new("dr-marquez", "9999900002", "Dr.", "Elena", "Márquez", "MD", Specialty("207Q00000X", "Family Medicine"), MainStreet);

    public static Clinician Okafor { get; } =
        new("dr-okafor", "9999900003", "Dr.", "Daniel", "Okafor", "MD", Specialty("208000000X", "Pediatrics"), MainStreet);

    public static Clinician Kowalczyk { get; } =
        new("np-kowalczyk", "9999900004", "", "Ruth", "Kowalczyk", "NP", Specialty("363LF0000X", "Nurse Practitioner, Family"), MainStreet);

    public static Clinician Whitfield { get; } =
        new("rdh-whitfield", "9999900005", "", "Tom", "Whitfield", "RDH", Specialty("124Q00000X", "Dental Hygienist"), Riverside);

    public static Clinician Sato { get; } =
        new("dr-sato", "9999900006", "Dr.", "Hana", "Sato", "OD", Specialty("152W00000X", "Optometrist"), Riverside);

    public static Clinician[] All { get; } = [Raman, Marquez, Okafor, Kowalczyk, Whitfield, Sato];

    private static Code Specialty(string value, string display) => new("http://nucc.org/provider-taxonomy", value, display);
}
