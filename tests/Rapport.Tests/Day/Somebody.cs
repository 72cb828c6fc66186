namespace Rapport.Tests.Day;

/// <summary>People of the practice, each with one phone or mailbox of their own. Numbers are 555-01xx.</summary>
internal static class Somebody
{
    /// <summary>The one who does get a message, so that a silence beside hers means something.</summary>
    public const string CarlasPhone = "+15185550199";

    public static PatientRecord Ana => PatientRecord.Of("Ana", "Reyes").Born("1960-05-03").Texts("(518) 555-0101");

    public static PatientRecord Ben => PatientRecord.Of("Ben", "Osei").Born("1958-02-11").Texts("(518) 555-0102");

    public static PatientRecord Dora => PatientRecord.Of("Dora", "Lind").Born("1985-07-21").Mails("dora@example.org");

    /// <summary>Carla has a visit tomorrow and nothing that speaks against a reminder.</summary>
    public static PracticeDay WithCarla(this PracticeDay practice) =>
        practice.Has(PatientRecord.Of("Carla", "Webb").Born("1971-11-30").Texts("(518) 555-0199")).Books(VisitRecord.For("carla", "2026-09-16 09:00"));

    public static void OnlyCarlaHeard(this PracticeDay practice) => practice.Outbox.ShouldHaveSingleItem().Address.ShouldBe(CarlasPhone);

    /// <summary>Nobody but Carla gets anything, and a person is asked to do what no message may.</summary>
    public static void OnlyCarlaHeardAndAPersonIsAskedAbout(this PracticeDay practice, string patient, string code)
    {
        practice.OnlyCarlaHeard();
        practice.Tasks.ShouldContain(t => t.Patient.Value == patient && t.Code == code);
    }
}
