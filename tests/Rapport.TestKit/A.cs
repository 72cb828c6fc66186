using Rapport.Core.Planning;
using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.TestKit;

/// <summary>The people and things of tests, each with sensible defaults: <c>A.Patient().Aged(42).WithMobile()</c>.</summary>
public static class A
{
    /// <summary>The day on which tests happen unless they say otherwise: a Tuesday morning in New York.</summary>
    public static readonly DateTimeOffset Morning = Time.At("2026-03-03T09:00-05:00");

    /// <summary>An adult who can be texted, was seen last autumn and may be greeted.</summary>
    public static PatientBuilder Patient(string id = "p1") => new(id);

    /// <summary>Somebody of whom the record says next to nothing.</summary>
    public static PatientBuilder Stranger(string id = "p1") => new(id, isBlank: true);

    /// <summary>A visit on the book on Friday at two.</summary>
    public static VisitBuilder Visit(string id = "v1") => new(id);

    public static Household Household(params PatientBuilder[] members) => new(new HouseholdId("h1"), [.. members.Select(m => m.Picture)]);

    public static Caregiver Mother(string id = "r1", string name = "Rosa", string? mobile = PatientBuilder.Mobile, string? language = null) => Relative("MTH", id, name, mobile, language);

    public static Caregiver Relative(string relation, string id = "r1", string name = "Rosa", string? mobile = PatientBuilder.Mobile, string? language = null) => new()
    {
        Id = id,
        NameToUse = name,
        FullName = $"{name} Vega",
        Relations = [new Code("http://terminology.hl7.org/CodeSystem/v3-RoleCode", relation)],
        MayActForPatient = relation is "GUARD" or "POWATT" or "HPOWATT",
        Language = language is null ? null : new Language(language),
        Contacts = mobile is null ? [] : [new ContactPoint(Channel.Sms, mobile, ContactState.Usable, 10)],
    };

    public static Practice Practice() => new()
    {
        Id = "test",
        Name = "Cedar Lane Family Health",
        ShortName = "Cedar Lane",
        NeutralName = "The Lane office",
        Phone = "(518) 555-0142",
        Email = "hello@cedar-lane.example",
        AddressLines = ["12 Main Street", "Cedar Falls Landing, NY 12099"],
        TimeZone = "America/New_York",
        IsRelationshipConsentAssumed = true,
        AcceptedMeansConfirmed = true,
        VisitLabels =
        [
            Label("check-up", "check-up", "chequeo"),
            Label("cleaning", "cleaning", "limpieza"),
            Label("womens-health", "women's health visit", "consulta de la mujer", Sensitivity.Sensitive),
        ],
    };

    /// <summary>What planning knows of place and time.</summary>
    public static PlanningContext Context(DateTimeOffset? now = null, Practice? practice = null) =>
        new(practice ?? Practice(), now ?? Morning, [Language.English, Language.Spanish]);

    /// <summary>A message that left, or was meant to.</summary>
    public static PastTouch Past(PatientId patient, string program, string subject, string step, TouchStatus status, DateTimeOffset? sentAt, Channel channel = Channel.Sms, string address = PatientBuilder.Mobile) => new()
    {
        Id = Touch.IdOf(patient, program, subject, step),
        Program = program,
        Subject = subject,
        Step = step,
        Purpose = program is "moments" or "education" ? Purpose.Relationship : Purpose.Care,
        Channel = channel,
        Address = address,
        Status = status.ToString(),
        SentAt = sentAt,
    };

    private static VisitLabel Label(string code, string english, string spanish, Sensitivity sensitivity = Sensitivity.Generic) =>
        new(code, [new Label(Language.English, english), new Label(Language.Spanish, spanish)], sensitivity);
}
