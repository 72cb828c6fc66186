using Rapport.Core.Intake;

namespace Rapport.Formats.Tests.Fhir;

public sealed class ReferenceTests
{
    private static Reading Condition(string subject) =>
        Reading.Document($$"""{'resourceType':'Condition','id':'c1','subject':{{subject}}}""");

    [Theory]
    [InlineData("{'reference':'Patient/p1'}", "p1")]
    [InlineData("{'display':'Ann','reference':'Patient/p1'}", "p1")]
    [InlineData("{'reference':'Patient/p1/_history/3'}", "p1")]
    [InlineData("{'reference':'https://host.example.org/fhir/Patient/p1'}", "p1")]
    [InlineData("{'reference':'https://host.example.org/fhir/Patient/p1/_history/3'}", "p1")]
    [InlineData("{'reference':'Patient?identifier=http://mrn.example.org|77'}", "?http://mrn.example.org|77")]
    [InlineData("{'reference':'Patient?identifier=http%3A%2F%2Fmrn.example.org%7C77'}", "?http://mrn.example.org|77")]
    [InlineData("{'reference':'Patient?identifier=77'}", "?|77")]
    [InlineData("{'type':'Patient','identifier':{'system':'http://mrn.example.org','value':'77'}}", "?http://mrn.example.org|77")]
    [InlineData("{'identifier':{'value':'77'}}", "?|77")]
    public void A_patient_is_found_however_the_reference_is_written(string subject, string patient) =>
        Condition(subject).Only<SourceCondition>().Patient.ShouldBe(patient);

    [Theory]
    [InlineData("{'reference':'Group/g1'}")]
    [InlineData("{'display':'Ann'}")]
    [InlineData("{'reference':'urn:uuid:6c1b0f0e-0000-4000-8000-000000000001'}")]
    [InlineData("{'reference':'#nobody'}")]
    [InlineData("{'reference':'Patient'}")]
    [InlineData("{'reference':'Patient?name=Ann'}")]
    [InlineData("{'reference':7}")]
    [InlineData("'Patient/p1'")]
    [InlineData("[]")]
    public void A_record_about_no_known_patient_is_left_out_and_reported(string subject)
    {
        var reading = Condition(subject);

        reading.Records.ShouldBeEmpty();
        reading.Issues[^1].ShouldBe(new IntakeIssue("test.json", 1, "Condition.subject", "names no patient whom we can find; left out", IntakeLoss.Whole));
        reading.Counts["Condition"].ShouldBe(1);
    }

    [Fact]
    public void A_uuid_is_followed_through_the_bundle_whichever_entry_comes_first()
    {
        var reading = Reading.Document("""
            {'resourceType':'Bundle','type':'transaction','entry':[
              {'fullUrl':'urn:uuid:aaaaaaaa-0000-4000-8000-000000000002','resource':{'resourceType':'Condition','id':'c1','subject':{'reference':'urn:uuid:aaaaaaaa-0000-4000-8000-000000000001'}}},
              {'fullUrl':'urn:uuid:aaaaaaaa-0000-4000-8000-000000000001','resource':{'resourceType':'Patient','id':'p1'}}]}
            """);

        reading.Only<SourceCondition>().Patient.ShouldBe("p1");
        reading.Records.First().ShouldBeOfType<SourcePatient>();   // people first
        reading.Issues.ShouldBeEmpty();
    }

    [Fact]
    public void A_resource_without_an_id_takes_that_of_its_entry()
    {
        var reading = Reading.Document("""
            {'resourceType':'Bundle','type':'transaction','entry':[
              {'fullUrl':'urn:uuid:aaaaaaaa-0000-4000-8000-000000000001','resource':{'resourceType':'Patient'}},
              {'resource':{'resourceType':'Flag','id':'f1','subject':{'reference':'urn:uuid:aaaaaaaa-0000-4000-8000-000000000001'}}}]}
            """);

        reading.Only<SourcePatient>().Id.ShouldBe("aaaaaaaa-0000-4000-8000-000000000001");
        reading.Only<SourceFlag>().Patient.ShouldBe("aaaaaaaa-0000-4000-8000-000000000001");
    }

    [Fact]
    public void The_same_address_for_two_entries_is_reported()
    {
        var reading = Reading.Document("""
            {'resourceType':'Bundle','type':'collection','entry':[
              {'fullUrl':'urn:uuid:1','resource':{'resourceType':'Patient','id':'p1'}},{'fullUrl':'urn:uuid:1','resource':{'resourceType':'Patient','id':'p2'}}]}
            """);

        reading.Records.Count.ShouldBe(2);
        reading.OnlyIssue.Line.ShouldBe(2);
    }

    [Fact]
    public void Contained_resources_become_records_of_their_own()
    {
        var reading = Reading.Document("""
            {'resourceType':'Appointment','id':'a1','status':'booked','participant':[{'actor':{'reference':'#kid'}},{'actor':{'reference':'#doc'}}],
             'contained':[{'resourceType':'Patient','id':'kid','generalPractitioner':[{'reference':'#doc'}]},{'resourceType':'Practitioner','id':'doc'},{'resourceType':'Coverage','id':'cov'}]}
            """);

        reading.Only<SourcePatient>().Id.ShouldBe("a1#kid");
        reading.Only<SourcePatient>().Practitioners.ShouldBe(["Practitioner/a1#doc"]);
        reading.Only<SourceAppointment>().Patient.ShouldBe("a1#kid");
        reading.Only<SourceAppointment>().Practitioners.ShouldBe(["Practitioner/a1#doc"]);
        reading.Counts.ShouldBe(new Dictionary<string, int>(StringComparer.Ordinal) { ["Appointment"] = 1 }, ignoreOrder: true);
        reading.Issues.ShouldBeEmpty();
    }

    [Fact]
    public void A_bundle_entry_that_asks_for_a_deletion_changes_nothing_and_is_reported()
    {
        var reading = Reading.Document("{'resourceType':'Bundle','type':'history','entry':[{'request':{'method':'DELETE','url':'Patient/p1'}}]}");

        reading.Records.ShouldBeEmpty();
        reading.OnlyIssue.Path.ShouldBe("Bundle.entry.request");
    }
}
