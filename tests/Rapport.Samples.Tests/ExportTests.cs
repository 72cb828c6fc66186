using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Rapport.Samples.Tests;

public sealed partial class ExportTests(Demo demo)
{
    private static readonly string[] Kept =
    [
        "Patient", "RelatedPerson", "Practitioner", "PractitionerRole", "Organization", "Location", "Schedule", "Slot", "Appointment", "Encounter",
        "Procedure", "Immunization", "Observation", "DiagnosticReport", "Condition", "CarePlan", "Consent", "Communication", "Flag",
    ];

    [Fact]
    public void The_practice_has_four_hundred_patients_this_morning_and_one_fewer_yesterday()
    {
        demo.Morning.Of("Patient").Count().ShouldBe(400);
        demo.Yesterday.Of("Patient").Count().ShouldBe(399);
    }

    [Fact]
    public void Every_kind_of_record_that_Rapport_reads_is_there()
    {
        demo.Summary.Today.Keys.ShouldBe([.. Kept, "Basic"], ignoreOrder: true);
        demo.Summary.Yesterday.Keys.ShouldBe([.. Kept, "Basic"], ignoreOrder: true);
    }

    [Fact]
    public void The_summary_counts_what_the_files_hold()
    {
        Counted(demo.Morning).ShouldBe(demo.Summary.Today, ignoreOrder: true);
        Counted(demo.Yesterday).ShouldBe(demo.Summary.Yesterday, ignoreOrder: true);
    }

    [Fact]
    public void Only_the_lines_broken_on_purpose_are_no_JSON()
    {
        demo.Morning.BrokenLines.ShouldBe(demo.Summary.All(DemoCase.BrokenLine), ignoreOrder: true);
        demo.Yesterday.BrokenLines.ShouldBe(demo.Summary.All(DemoCase.BrokenLine), ignoreOrder: true);
    }

    [Fact]
    public void Every_reference_leads_to_a_record_of_the_same_export()
    {
        Dangling(demo.Morning).ShouldBeEmpty();
        Dangling(demo.Yesterday).ShouldBeEmpty();
    }

    [Fact]
    public void No_value_is_null_or_empty_as_FHIR_demands()
    {
        demo.Morning.Resources.Values.Where(HasEmptyValue).ShouldBeEmpty();
    }

    [Fact]
    public void What_did_not_change_overnight_is_the_same_to_the_letter()
    {
        var changed = demo.Morning.Resources.Where(now =>
            demo.Yesterday.Resources.TryGetValue(now.Key, out var before) && before.ToJsonString() != now.Value.ToJsonString()).ToList();

        changed.Select(now => (string?)now.Value["resourceType"]).Distinct().ShouldBe(["Patient", "Appointment", "Encounter", "Slot"], ignoreOrder: true);
        changed.ShouldAllBe(now => (string?)now.Value["meta"]!["lastUpdated"] == "2026-11-24T05:45:00-05:00");
    }

    [Fact]
    public void Every_phone_number_and_domain_is_one_that_reaches_nobody()
    {
        var telecoms = demo.Morning.Resources.Values.Where(resource => resource["telecom"] is not null)
            .SelectMany(resource => resource["telecom"]!.AsArray()).Select(telecom => ((string)telecom!["system"]!, (string)telecom["value"]!)).ToList();

        telecoms.Where(telecom => telecom.Item1 is "phone").ShouldAllBe(telecom => Fictional().IsMatch(telecom.Item2));
        telecoms.Where(telecom => telecom.Item1 is "email").ShouldAllBe(telecom => Example().IsMatch(telecom.Item2));
    }

    [Fact]
    public void Nothing_happened_to_anybody_before_birth_or_after_yesterday()
    {
        var born = demo.Morning.Of("Patient").Where(patient => ((string?)patient["birthDate"])?.Length is 10 && (string?)patient["birthDate"] != "2091-02-31")
            .ToDictionary(patient => $"Patient/{(string)patient["id"]!}", patient => (string)patient["birthDate"]!);

        foreach (var done in new[] { "Procedure", "Immunization", "Observation", "DiagnosticReport" }.SelectMany(demo.Morning.Of))
        {
            var on = ((string)(done["performedDateTime"] ?? done["occurrenceDateTime"] ?? done["effectiveDateTime"])!)[..10];
            on.ShouldBeLessThan("2026-11-24");
            if (born.TryGetValue((string)(done["subject"] ?? done["patient"])!["reference"]!, out var day))
            {
                on.ShouldBeGreaterThanOrEqualTo(day);
            }
        }
    }

    [Fact]
    public void Nothing_was_done_for_anybody_after_their_death()
    {
        var died = demo.Morning.Of("Patient").Where(patient => patient["deceasedDateTime"] is not null)
            .ToDictionary(patient => $"Patient/{(string)patient["id"]!}", patient => (string)patient["deceasedDateTime"]!);

        died.Count.ShouldBeGreaterThan(3);
        demo.Morning.Of("Encounter").Where(visit => died.TryGetValue((string)visit["subject"]!["reference"]!, out var day)
            && string.CompareOrdinal((string)visit["period"]!["start"]!, day) > 0).ShouldBeEmpty();
    }

    private static IEnumerable<KeyValuePair<string, int>> Counted(Export export) => export.Resources.Values
        .CountBy(resource => (string)resource["resourceType"]!);

    private static IEnumerable<string> Dangling(Export export)
    {
        var byIdentifier = export.Resources.Values.Where(resource => resource["identifier"] is not null)
            .Select(resource => $"{(string)resource["resourceType"]!}?identifier={(string)resource["identifier"]![0]!["system"]!}|{(string)resource["identifier"]![0]!["value"]!}")
            .ToHashSet(StringComparer.Ordinal);
        return export.Resources.Values.SelectMany(resource => Export.ReferencesIn(resource)
            .Where(reference => reference is not "#clinician" && !export.Resources.ContainsKey(reference) && !byIdentifier.Contains(reference)));
    }

    private static bool HasEmptyValue(JsonNode? node) => node switch
    {
        null => true,
        JsonObject branch => branch.Count is 0 || branch.Any(property => HasEmptyValue(property.Value)),
        JsonArray items => items.Count is 0 || items.Any(HasEmptyValue),
        JsonValue value => value.TryGetValue<string>(out var text) && text.Length is 0,
        _ => false,
    };

    [GeneratedRegex(@"^(\(\d{3}\) 555-01\d\d|\d{3}-555-01\d\d|\+1 \d{3} 555 01\d\d)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fictional();

    [GeneratedRegex(@"^[a-z.]+\d*@(example\.(com|net|org)|cedar-lane\.example)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Example();
}
