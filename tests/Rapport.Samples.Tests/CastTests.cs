using System.Text.Json.Nodes;

namespace Rapport.Samples.Tests;

public sealed class CastTests(Demo demo)
{
    [Fact]
    public void Every_case_has_somebody()
    {
        Enum.GetValues<DemoCase>().Where(what => demo.Summary.All(what) is []).ShouldBeEmpty();
    }

    [Fact]
    public void Every_case_leads_to_a_record_of_this_morning()
    {
        demo.Summary.Cases.Where(found => found.Key is not DemoCase.BrokenLine)
            .SelectMany(found => found.Value).Where(reference => !demo.Morning.Resources.ContainsKey(reference)).ShouldBeEmpty();
    }

    [Fact]
    public void The_newly_deceased_was_alive_yesterday_and_still_has_a_visit()
    {
        var who = demo.Summary.The(DemoCase.NewlyDeceased);

        demo.Yesterday[who].ContainsKey("deceasedDateTime").ShouldBeFalse();
        ((string?)demo.Morning[who]["deceasedDateTime"]).ShouldBe("2026-11-23");
        Status(demo.Morning, demo.Summary.The(DemoCase.VisitOfNewlyDeceased)).ShouldBe("booked");
    }

    [Fact]
    public void The_widow_has_the_phone_that_was_also_her_husbands()
    {
        Phone(DemoCase.Widow).ShouldBe(Phone(DemoCase.DeceasedSharingPhone));
        demo.Summary.All(DemoCase.SharedPhoneCouple).Select(who => Phone(demo.Morning[who])).Distinct().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(DemoCase.BirthdayToday, "11-24", 4)]
    [InlineData(DemoCase.BirthdayTomorrow, "11-25", 4)]
    [InlineData(DemoCase.GrievingBirthday, "11-24", 1)]
    [InlineData(DemoCase.DeceasedBirthday, "11-24", 1)]
    public void Birthdays_fall_on_the_day_that_they_are_said_to(DemoCase what, string day, int count)
    {
        var born = demo.Summary.All(what).Select(who => (string)demo.Morning[who]["birthDate"]!).ToList();

        born.Count.ShouldBe(count);
        born.ShouldAllBe(date => date.EndsWith(day, StringComparison.Ordinal));
    }

    [Fact]
    public void Nobody_else_has_a_birthday_today()
    {
        var known = new[] { DemoCase.BirthdayToday, DemoCase.GrievingBirthday, DemoCase.DeceasedBirthday }.SelectMany(demo.Summary.All);

        demo.Morning.Of("Patient").Where(patient => ((string?)patient["birthDate"])?.EndsWith("-11-24", StringComparison.Ordinal) is true)
            .Select(patient => $"Patient/{(string)patient["id"]!}").ShouldBe(known, ignoreOrder: true);
    }

    [Theory]
    [InlineData(DemoCase.GrievingBirthday, "grief")]
    [InlineData(DemoCase.Widow, "grief")]
    [InlineData(DemoCase.PregnancyLoss, "pregnancy-loss")]
    [InlineData(DemoCase.SafeContact, "safe-contact")]
    [InlineData(DemoCase.ConfidentialTeen, "confidential")]
    [InlineData(DemoCase.DoNotContact, "do-not-contact")]
    [InlineData(DemoCase.ComplaintOpen, "complaint-open")]
    public void Warnings_stand_on_the_chart(DemoCase what, string code)
    {
        var flag = demo.Morning.About(demo.Summary.The(what), "Flag").ShouldHaveSingleItem();

        ((string?)flag["code"]!["coding"]![0]!["code"]).ShouldBe(code);
    }

    [Fact]
    public void A_moved_visit_keeps_its_id_and_changes_its_start()
    {
        foreach (var visit in demo.Summary.All(DemoCase.MovedVisit).Concat(demo.Summary.All(DemoCase.MovedHour)))
        {
            Status(demo.Morning, visit).ShouldBe("booked");
            Start(demo.Morning, visit).ShouldNotBe(Start(demo.Yesterday, visit));
        }

        var moved = demo.Summary.The(DemoCase.MovedHour);
        Start(demo.Morning, moved)[..10].ShouldBe(Start(demo.Yesterday, moved)[..10]);
    }

    [Theory]
    [InlineData(DemoCase.CancelledByPractice, "prov")]
    [InlineData(DemoCase.CancelledByPatient, "pat")]
    public void A_cancelled_visit_says_who_cancelled(DemoCase what, string code)
    {
        foreach (var visit in demo.Summary.All(what))
        {
            Status(demo.Yesterday, visit).ShouldBe("booked");
            Status(demo.Morning, visit).ShouldBe("cancelled");
            ((string?)demo.Morning[visit]["cancelationReason"]!["coding"]![0]!["code"]).ShouldBe(code);
        }
    }

    [Fact]
    public void The_new_patient_stands_in_todays_export_only()
    {
        demo.Yesterday.Resources.Keys.ShouldNotContain(demo.Summary.The(DemoCase.NewPatient));
    }

    [Fact]
    public void Some_of_yesterdays_visits_were_closed_overnight()
    {
        var finished = demo.Summary.All(DemoCase.FinishedYesterday);
        finished.Count.ShouldBeInRange(20, 30);
        finished.ShouldAllBe(visit => Status(demo.Morning, visit) == "finished");

        demo.Summary.All(DemoCase.NewlyFinished).ShouldBeSubsetOf(finished);
        demo.Summary.All(DemoCase.NewlyFinished).ShouldAllBe(visit => Status(demo.Yesterday, visit) == "in-progress");
        Export.ReferencesIn(demo.Morning[demo.Summary.The(DemoCase.BadNewsYesterday)]).ShouldContain(
            reference => demo.Morning.About(reference, "Flag").Any(flag => (string?)flag["code"]!["coding"]![0]!["code"] == "bad-news"));
    }

    [Fact]
    public void Brothers_and_sisters_come_on_one_day_and_one_parent_answers_for_them()
    {
        var visits = demo.Summary.All(DemoCase.FamilyVisit);

        visits.Take(3).Select(visit => Start(demo.Morning, visit)[..10]).Distinct().ShouldBe(["2026-11-27"]);
        visits.Skip(3).Select(visit => Start(demo.Morning, visit)[..10]).Distinct().ShouldBe(["2026-11-25"]);
        visits.Take(3).Select(visit => Patient(visit)).SelectMany(child => demo.Morning.About(child, "RelatedPerson"))
            .Select(Phone).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public void Divorced_parents_have_contacts_and_homes_of_their_own()
    {
        var parents = demo.Morning.About(demo.Summary.The(DemoCase.ChildOfDivorcedParents), "RelatedPerson").ToList();

        parents.Count.ShouldBe(2);
        parents.Select(Phone).Distinct().Count().ShouldBe(2);
        parents.Select(parent => parent["address"]!.ToJsonString()).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void About_a_fifth_of_the_patients_speak_Spanish()
    {
        demo.Morning.Of("Patient").Count(patient => Language(patient) is "es").ShouldBeInRange(70, 110);
        demo.Summary.All(DemoCase.OtherLanguage).Select(who => Language(demo.Morning[who])).ShouldBe(["vi", "zh", "ar"]);
    }

    [Fact]
    public void The_internal_reason_stands_in_the_record_and_nowhere_among_the_labels()
    {
        ((string?)demo.Morning[demo.Summary.The(DemoCase.PainVisit)]["reasonCode"]![0]!["text"]).ShouldBe("PAIN");
        File.ReadAllText(demo.Summary.SettingsFile).ShouldNotContain("PAIN");
    }

    [Fact]
    public void The_ways_to_name_a_practitioner_are_all_in_use()
    {
        Clinician(DemoCase.ContainedPractitionerVisit).ShouldBe("#clinician");
        Clinician(DemoCase.ConditionalReferenceVisit).ShouldStartWith("Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|");
        Clinician(DemoCase.PainVisit).ShouldStartWith("Practitioner/");
        Start(demo.Morning, demo.Summary.The(DemoCase.UtcVisit)).ShouldEndWith("Z");
    }

    [Fact]
    public void Records_out_of_order_are_out_of_order_in_the_way_they_are_said_to()
    {
        ((string?)BirthDate(DemoCase.BirthYearOnly)).ShouldBe("1957");
        ((string?)BirthDate(DemoCase.BirthMonthOnly)).ShouldBe("1984-03");
        BirthDate(DemoCase.NoBirthDate).ShouldBeNull();
        ((string?)BirthDate(DemoCase.ImpossibleBirthDate)).ShouldBe("2091-02-31");
        ((string?)demo.Morning[demo.Summary.The(DemoCase.MergedAway)]["link"]![0]!["other"]!["reference"]).ShouldBe(demo.Summary.The(DemoCase.MergedInto));
        demo.Morning[demo.Summary.The(DemoCase.NoContact)].ContainsKey("telecom").ShouldBeFalse();
        demo.Morning[demo.Summary.The(DemoCase.Mononym)]["name"]![0]!.AsObject().ContainsKey("family").ShouldBeFalse();
    }

    [Fact]
    public void Nobody_after_a_mastectomy_or_a_colectomy_has_the_screening_on_record()
    {
        Services(DemoCase.AfterMastectomy).ShouldNotContain("77067");
        Services(DemoCase.AfterColectomy).ShouldNotContain("45378");
        Services(DemoCase.AfterMastectomy).ShouldContain("27865001");
    }

    [Fact]
    public void The_child_behind_on_vaccines_has_fewer_than_the_one_up_to_date()
    {
        var behind = demo.Morning.About(demo.Summary.The(DemoCase.ChildBehindOnVaccines), "Immunization").Count();

        behind.ShouldBeLessThan(demo.Morning.About(demo.Summary.The(DemoCase.ChildUpToDate), "Immunization").Count());
    }

    [Fact]
    public void The_mammogram_that_is_due_is_more_than_two_years_old()
    {
        var done = demo.Morning.About(demo.Summary.The(DemoCase.DueForMammogram), "Procedure")
            .Concat(demo.Morning.About(demo.Summary.The(DemoCase.DueForMammogram), "DiagnosticReport"))
            .Where(done => (string?)done["code"]!["coding"]![0]!["code"] is "77067" or "24606-6");

        var last = done.ShouldHaveSingleItem();
        ((string)(last["performedDateTime"] ?? last["effectiveDateTime"])!).ShouldBeLessThan("2024-11-24");
    }

    [Fact]
    public void The_long_unseen_was_last_here_eight_years_ago()
    {
        demo.Morning.About(demo.Summary.The(DemoCase.LongUnseen), "Encounter").Max(visit => (string)visit["period"]!["start"]!)!.ShouldBeLessThan("2018-11-24");
    }

    private IEnumerable<string?> Services(DemoCase what) => demo.Morning.About(demo.Summary.The(what), "Procedure")
        .Select(done => (string?)done["code"]!["coding"]![0]!["code"]);

    private JsonNode? BirthDate(DemoCase what) => demo.Morning[demo.Summary.The(what)]["birthDate"];

    private string Clinician(DemoCase what) => (string)demo.Morning[demo.Summary.The(what)]["participant"]![1]!["actor"]!["reference"]!;

    private string Patient(string visit) => (string)demo.Morning[visit]["participant"]![0]!["actor"]!["reference"]!;

    private string Phone(DemoCase what) => Phone(demo.Morning[demo.Summary.The(what)]);

    private static string Phone(JsonObject person) => (string)person["telecom"]![0]!["value"]!;

    private static string? Language(JsonObject person) => (string?)person["communication"]?[0]!["language"]!["coding"]![0]!["code"];

    private static string? Status(Export export, string reference) => (string?)export[reference]["status"];

    private static string Start(Export export, string reference) => (string)export[reference]["start"]!;
}
