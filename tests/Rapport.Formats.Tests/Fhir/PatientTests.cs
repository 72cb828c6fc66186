using Rapport.Core.Intake;
using Rapport.Core.Primitives;

namespace Rapport.Formats.Tests.Fhir;

public sealed class PatientTests
{
    private static SourcePatient Patient(string fields) => Read(fields).Only<SourcePatient>();

    private static Reading Read(string fields) => Reading.Document($$"""{'resourceType':'Patient','id':'p1',{{fields}}}""");

    [Fact]
    public void A_patient_keeps_every_name_with_its_use()
    {
        var patient = Patient("""
            'name':[{'use':'official','family':'Ortiz','given':['María','José'],'prefix':['Dr.','Prof.'],'suffix':['Jr.']},
                    {'use':'usual','text':'Mari'},{'use':'old','family':'Vega','period':{'end':'2019'}}]
            """);

        patient.Names.Select(name => name.Use).ShouldBe(["official", "usual", "old"]);
        patient.Names[0].Given.ShouldBe(["María", "José"]);
        patient.Names[0].Prefix.ShouldBe("Dr. Prof.");
        patient.Names[1].Text.ShouldBe("Mari");
        patient.Names[2].Until.ShouldBe(new DateOnly(2019, 12, 31));   // ended in 2019: surely over after its last day
    }

    [Fact]
    public void A_patient_keeps_every_phone_with_use_rank_and_period()
    {
        var patient = Patient("""
            'telecom':[{'system':'phone','value':'555 0100','use':'mobile','rank':1},{'system':'email','value':'a@example.org'},
                       {'system':'phone','value':'555 0101','use':'old','period':{'start':'2001-02-03','end':'2010-04'}}]
            """);

        patient.Telecoms[0].ShouldBe(new SourceTelecom { System = "phone", Value = "555 0100", Use = "mobile", Rank = 1 });
        patient.Telecoms[1].System.ShouldBe("email");
        patient.Telecoms[2].From.ShouldBe(new DateOnly(2001, 2, 3));
        patient.Telecoms[2].Until.ShouldBe(new DateOnly(2010, 4, 30));
    }

    [Theory]
    [InlineData("1957", 1957, null, null)]
    [InlineData("1957-03", 1957, 3, null)]
    [InlineData("1957-03-09", 1957, 3, 9)]
    public void A_partial_birth_date_stays_partial(string written, int year, int? month, int? day) =>
        Patient($"'birthDate':'{written}'").BornOn.ShouldBe(new PartialDate(year, month, day));

    [Theory]
    [InlineData("2091-02-31")]
    [InlineData("2091-02-01")]
    [InlineData("2026-06-02")]
    [InlineData("31.12.1980")]
    [InlineData("1980-13-01")]
    public void A_birth_date_that_cannot_be_is_unknown_and_reported_without_its_value(string written)
    {
        var reading = Read($"'birthDate':'{written}','gender':'female'");

        reading.Only<SourcePatient>().BornOn.ShouldBeNull();
        reading.Only<SourcePatient>().Gender.ShouldBe("female");
        reading.OnlyIssue.Path.ShouldBe("Patient.birthDate");
        reading.OnlyIssue.Loss.ShouldBe(IntakeLoss.Part);
        reading.OnlyIssue.Reason.ShouldNotContain(written);
    }

    [Theory]
    [InlineData("'deceasedBoolean':true", true)]
    [InlineData("'deceasedBoolean':false", false)]
    [InlineData("'deceasedDateTime':'2020-03-01T10:00:00Z'", true)]
    [InlineData("'deceasedDateTime':'not a date'", true)]
    [InlineData("'deceasedDateTime':'2099'", true)]
    public void Any_word_of_death_means_dead(string field, bool isDeceased) => Patient(field).IsDeceased.ShouldBe(isDeceased);

    [Fact]
    public void A_date_of_death_is_kept() => Patient("'deceasedDateTime':'2020-03'").DeceasedOn.ShouldBe(new PartialDate(2020, 3));

    [Fact]
    public void A_merged_record_names_the_one_that_took_its_place()
    {
        var patient = Patient("'active':false,'link':[{'other':{'reference':'Patient/p2'},'type':'replaced-by'},{'other':{'reference':'Patient/p9'},'type':'seealso'}]");

        patient.ReplacedBy.ShouldBe("Patient/p2");
        patient.IsActive.ShouldBeFalse();
    }

    [Fact]
    public void A_surviving_record_names_those_it_replaced() =>
        Patient("'link':[{'other':{'reference':'Patient/p3'},'type':'replaces'}]").Replaces.ShouldBe(["Patient/p3"]);

    [Fact]
    public void The_preferred_language_comes_first() =>
        Patient("""
            'communication':[{'language':{'coding':[{'system':'urn:ietf:bcp:47','code':'en-US'}]}},
                             {'language':{'coding':[{'system':'urn:ietf:bcp:47','code':'es'}]},'preferred':true}]
            """).Languages.ShouldBe(["es", "en-US"]);

    [Theory]
    [InlineData("'url':'http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex','valueCode':'F'", "F")]
    [InlineData("'url':'http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex','valueCode':'UNK'", null)]
    [InlineData("'url':'http://hl7.org/fhir/us/core/StructureDefinition/us-core-sex','valueCode':'248153007'", "M")]
    [InlineData("'url':'http://hl7.org/fhir/us/core/StructureDefinition/us-core-sex','valueCoding':{'system':'http://snomed.info/sct','code':'248152002'}", "F")]
    [InlineData("'url':'http://hl7.org/fhir/StructureDefinition/patient-sexParameterForClinicalUse','extension':[{'url':'value','valueCodeableConcept':{'coding':[{'code':'male-typical'}]}}]", "M")]
    public void Sex_at_birth_comes_from_the_extension_and_never_from_gender(string extension, string? sex) =>
        Patient($$"""'gender':'female','extension':[{{{extension}}}]""").BirthSex.ShouldBe(sex);

    [Fact]
    public void Pronouns_are_kept() =>
        Patient("""
            'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/individual-pronouns','extension':[
              {'url':'value','valueCodeableConcept':{'coding':[{'system':'http://loinc.org','code':'LA29520-6'}]}}]}]
            """).Pronouns.ShouldBe("they/them");

    [Fact]
    public void A_time_zone_may_stand_with_an_address_or_with_the_patient()
    {
        var patient = Patient("""
            'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/timezone','valueCode':'America/Denver'}],
            'address':[{'use':'home','line':['1 Elm St'],'city':'Olathe','state':'KS','postalCode':'66061','country':'US',
                        'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/timezone','valueCode':'America/Chicago'}]},
                       {'use':'temp','text':'c/o Vega'}]
            """);

        patient.Addresses.Select(address => address.TimeZone).ShouldBe(["America/Chicago", "America/Denver"]);
        patient.Addresses[1].Lines.ShouldBe(["c/o Vega"]);
    }

    [Fact]
    public void A_patient_without_an_id_is_left_out_and_reported()
    {
        var reading = Reading.Document("{'resourceType':'Patient','gender':'male'}");

        reading.Records.ShouldBeEmpty();
        reading.OnlyIssue.Loss.ShouldBe(IntakeLoss.Whole);
        reading.Counts["Patient"].ShouldBe(1);
    }

    [Fact]
    public void The_time_of_the_last_change_is_kept() =>
        Patient("'meta':{'lastUpdated':'2026-05-01T08:00:00.5+02:00'}").UpdatedAt.ShouldBe(new DateTimeOffset(2026, 5, 1, 6, 0, 0, 500, TimeSpan.Zero));
}
