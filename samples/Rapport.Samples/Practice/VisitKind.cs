using Rapport.Samples.Fhir;

namespace Rapport.Samples.Practice;

/// <summary>A kind of visit that the practice books, and what may be said of it.</summary>
/// <param name="Value">The code in the practice's own system of visit types.</param>
/// <param name="English">The label that patients may read.</param>
/// <param name="Spanish">The same in Spanish.</param>
/// <param name="IsSensitive">The kind itself must not be named; its label is only "visit".</param>
/// <param name="Encounter">What the visit is billed as, and so what its encounter is.</param>
/// <param name="Team">Who sees people for it.</param>
internal sealed record VisitKind(string Value, string English, string Spanish, bool IsSensitive, Code Encounter, Clinician[] Team)
{
    public static VisitKind CheckUp { get; } =
        new("check-up", "check-up", "chequeo", false, Codes.Cpt("99396", "Preventive visit, 40-64"), [Staff.Raman, Staff.Marquez]);

    public static VisitKind Cleaning { get; } =
        new("cleaning", "cleaning", "limpieza dental", false, Codes.Cdt("D0120", "Periodic oral evaluation"), [Staff.Whitfield]);

    public static VisitKind EyeExam { get; } =
        new("eye-exam", "eye exam", "examen de la vista", false, Codes.Cpt("92014", "Eye exam, established"), [Staff.Sato]);

    public static VisitKind WellChild { get; } =
        new("well-child", "well-child visit", "control de niño sano", false, Codes.Cpt("99393", "Preventive visit, 5-11"), [Staff.Okafor]);

    public static VisitKind FollowUp { get; } =
        new("follow-up", "follow-up visit", "visita de seguimiento", false, Codes.Cpt("99213", "Office visit"), [Staff.Marquez, Staff.Raman]);

    public static VisitKind Vaccine { get; } =
        new("vaccine", "vaccine visit", "visita de vacunas", false, Codes.Cpt("90471", "Vaccine administration"), [Staff.Kowalczyk, Staff.Okafor]);

    public static VisitKind Counselling { get; } =
        new("counselling", "visit", "visita", true, Codes.Cpt("90834", "Psychotherapy, 45 minutes"), [Staff.Kowalczyk]);

    public static VisitKind WomensHealth { get; } =
        new("womens-health", "visit", "visita", true, Codes.Cpt("99395", "Preventive visit, 18-39"), [Staff.Kowalczyk]);

    public static VisitKind[] All { get; } = [CheckUp, Cleaning, EyeExam, WellChild, FollowUp, Vaccine, Counselling, WomensHealth];

    public Code ServiceType => new(Codes.VisitTypes, Value, Value);

    /// <summary>What the encounter is billed as at this age.</summary>
    public Code EncounterAt(int age) => Value switch
    {
        "check-up" => Codes.Cpt(age switch { < 40 => "99395", < 65 => "99396", _ => "99397" }, "Preventive visit"),
        "well-child" => Codes.Cpt(age switch { < 1 => "99391", < 5 => "99392", < 12 => "99393", _ => "99394" }, "Preventive visit"),
        _ => Encounter,
    };
}
