using Rapport.Core.Intake;
using Rapport.Core.Primitives;

namespace Rapport.Formats.Tests.Fhir;

public sealed class ChartTests
{
    private const string About = "'subject':{'reference':'Patient/p1'}";

    private static T Read<T>(string type, string fields)
        where T : SourceRecord => Reading.Document($$$"""{'resourceType':'{{{type}}}','id':'r1',{{{fields}}}}""").Only<T>();

    private static SourceService Service(string type, string fields) => Read<SourceService>(type, $"{About},{fields}");

    private static string Concept(string system, string code) => $$$"""{'coding':[{'system':'{{{system}}}','code':'{{{code}}}'}]}""";

    [Fact]
    public void A_visit_of_two_children_becomes_a_visit_for_each()
    {
        var reading = Reading.Document($$$"""
            {'resourceType':'Appointment','id':'a1','status':'cancelled','start':'2026-06-03T09:00:00-05:00','end':'2026-06-03T09:30:00-05:00','created':'2026-05-01',
             'cancelationReason':{{{Concept("http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason", "pat")}}},
             'patientInstruction':'Bring your glasses','serviceType':[{{{Concept("urn:x", "eye")}}}],
             'participant':[{'actor':{'reference':'Patient/ann'},'status':'accepted'},{'actor':{'reference':'Practitioner/d1'},'status':'accepted'},
                            {'actor':{'reference':'Patient/ben'},'status':'declined'},{'actor':{'reference':'Location/l1'}}]}
            """);

        var visits = reading.Records.Cast<SourceAppointment>().ToList();
        visits.Select(visit => (visit.Id, visit.Patient, visit.PatientStatus)).ShouldBe([("a1", "ann", "accepted"), ("a1#2", "ben", "declined")]);
        visits[1].StartsAt.ShouldBe(new DateTimeOffset(2026, 6, 3, 9, 0, 0, TimeSpan.FromHours(-5)));
        visits[1].Practitioners.ShouldBe(["Practitioner/d1"]);
        visits[1].Location.ShouldBe("Location/l1");
        visits[1].CancelledBecause[0].Value.ShouldBe("pat");
        visits[1].Instructions.ShouldBe("Bring your glasses");
        visits[1].CreatedAt.ShouldBe(PointInTime.From(new DateOnly(2026, 5, 1)));
    }

    [Fact]
    public void A_visit_time_without_a_zone_is_unknown_and_reported()
    {
        var reading = Reading.Document("{'resourceType':'Appointment','id':'a1','start':'2026-06-03T09:00:00','participant':[{'actor':{'reference':'Patient/p1'}}]}");

        reading.Only<SourceAppointment>().StartsAt.ShouldBeNull();
        reading.OnlyIssue.Path.ShouldBe("Appointment.start");
    }

    [Fact]
    public void A_visit_that_happened_keeps_who_where_why_and_how_it_ended()
    {
        var visit = Read<SourceEncounter>("Encounter", $$$"""
            {{{About}}},'status':'finished','class':{'system':'http://terminology.hl7.org/CodeSystem/v3-ActCode','code':'EMER'},'type':[{{{Concept("http://snomed.info/sct", "50849002")}}}],
            'period':{'start':'2026-01-02T08:00:00Z','end':'2026-01-02T09:00:00Z'},'appointment':[{'reference':'Appointment/a1'}],
            'participant':[{'individual':{'reference':'Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|1'}},{'individual':{'reference':'RelatedPerson/mum'}}],
            'location':[{'location':{'reference':'Location/l1'}}],'hospitalization':{'dischargeDisposition':{{{Concept("urn:d", "hosp")}}}},
            'reasonCode':[{{{Concept("http://snomed.info/sct", "1")}}}],'diagnosis':[{'condition':{'reference':'Condition/c1'}}]
            """);

        visit.Class.ShouldBe("EMER");
        visit.Types.ShouldBe([new Code("http://snomed.info/sct", "50849002")]);
        visit.From.ShouldBe(PointInTime.From(new DateTimeOffset(2026, 1, 2, 8, 0, 0, TimeSpan.Zero)));
        visit.Practitioners.ShouldBe(["Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|1"]);
        visit.Location.ShouldBe("Location/l1");
        visit.Appointment.ShouldBe("Appointment/a1");
        visit.Discharge[0].Value.ShouldBe("hosp");
        visit.Reasons[0].Value.ShouldBe("1");
        visit.Diagnoses.ShouldBe(["Condition/c1"]);
    }

    [Fact]
    public void A_blood_pressure_keeps_both_numbers_with_their_units()
    {
        var pressure = Service("Observation", $$$"""
            'status':'final','code':{{{Concept("http://loinc.org", "85354-9")}}},'effectiveDateTime':'2026-01-02','issued':'2026-01-03T00:00:00Z','component':[
              {'code':{{{Concept("http://loinc.org", "8480-6")}}},'valueQuantity':{'value':128.50,'unit':'mmHg','system':'http://unitsofmeasure.org','code':'mm[Hg]'}},
              {'code':{{{Concept("http://loinc.org", "8462-4")}}},'valueQuantity':{'value':80,'unit':'mmHg'}}]
            """);

        pressure.Components[0].ShouldBe(new SourceComponent([new Code("http://loinc.org", "8480-6")], new SourceValue(128.50m, "mm[Hg]")));
        pressure.Components[1].Value.ShouldBe(new SourceValue(80m, "mmHg"));
        pressure.From.ShouldBe(PointInTime.From(new DateOnly(2026, 1, 2)));
        pressure.RecordedAt!.Value.At.ShouldBe(new DateTimeOffset(2026, 1, 3, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void What_was_measured_may_be_a_count_a_code_or_yes_and_no_but_never_free_text()
    {
        Service("Observation", "'valueInteger':3").Value.ShouldBe(new SourceValue(3m));
        Service("Observation", "'valueBoolean':false").Value.ShouldBe(new SourceValue(YesNo: false));
        Service("Observation", $"'valueCodeableConcept':{Concept("urn:x", "pos")}").Value.ShouldBe(new SourceValue(Codes: [new Code("urn:x", "pos")]));
        Service("Observation", "'valueString':'private words'").Value.ShouldBeNull();
        Service("Observation", "'valueDateTime':'2020'").Value.ShouldBeNull();
    }

    [Fact]
    public void More_than_a_number_is_not_that_number()
    {
        var reading = Reading.Document($$$"""{'resourceType':'Observation','id':'o1',{{{About}}},'valueQuantity':{'value':14,'comparator':'>','unit':'%'}}""");

        reading.Only<SourceService>().Value.ShouldBeNull();
        reading.OnlyIssue.Path.ShouldBe("Observation.valueQuantity");
    }

    [Theory]
    [InlineData("Procedure", "'status':'not-done'")]
    [InlineData("Immunization", "'status':'not-done'")]
    [InlineData("Observation", "'status':'cancelled','meta':{'profile':['http://hl7.org/fhir/us/qicore/StructureDefinition/qicore-observationnotdone']}")]
    [InlineData("Observation", "'meta':{'profile':['http://hl7.org/fhir/us/qicore/StructureDefinition/qicore-observation-not-done']}")]
    [InlineData("Observation", "'modifierExtension':[{'url':'http://Hl7.org/fhir/us/qicore/StructureDefinition/qicore-notDone','valueBoolean':true}]")]
    [InlineData("ServiceRequest", "'doNotPerform':true")]
    [InlineData("MedicationRequest", "'meta':{'profile':['http://hl7.org/fhir/us/qicore/StructureDefinition/qicore-mednotrequested']}")]
    [InlineData("DeviceRequest", "'modifierExtension':[{'url':'http://hl7.org/fhir/us/qicore/StructureDefinition/qicore-doNotPeform','valueBoolean':true}]")]
    public void Something_expressly_not_done_is_kept_as_not_done(string type, string fields) =>
        (type is "Immunization" ? Read<SourceService>(type, $"'patient':{{'reference':'Patient/p1'}},{fields}") : Service(type, fields)).IsNotDone.ShouldBeTrue();

    [Theory]
    [InlineData("'doNotPerform':false")]
    [InlineData("'modifierExtension':[{'url':'http://hl7.org/fhir/us/qicore/StructureDefinition/qicore-doNotPerform','valueBoolean':false}]")]
    [InlineData("'meta':{'profile':['http://hl7.org/fhir/us/qicore/StructureDefinition/qicore-servicerequest']}")]
    public void An_order_that_stands_is_not_taken_for_its_opposite(string fields) => Service("ServiceRequest", fields).IsNotDone.ShouldBeFalse();

    [Fact]
    public void The_reasons_for_not_doing_are_kept()
    {
        var refused = Service("ServiceRequest", $$$"""
            'statusReason':{{{Concept("urn:x", "a")}}},
            'extension':[{'url':'http://hl7.org/fhir/us/qicore/StructureDefinition/qicore-doNotPerformReason','valueCodeableConcept':{{{Concept("urn:x", "b")}}}}]
            """);

        refused.StatusReasons.Select(reason => reason.Value).ShouldBe(["a", "b"]);
    }

    [Fact]
    public void A_vaccine_keeps_its_code_and_day()
    {
        var given = Read<SourceService>("Immunization", $$$"""
            'patient':{'reference':'Patient/p1'},'status':'completed','vaccineCode':{{{Concept("http://hl7.org/fhir/sid/cvx", "140")}}},'occurrenceDateTime':'2025-10','recorded':'2025-10-09'
            """);

        given.Kind.ShouldBe(ServiceKind.Immunization);
        given.Codes.ShouldBe([new Code("http://hl7.org/fhir/sid/cvx", "140")]);
        given.From!.Value.On.ShouldBe(new PartialDate(2025, 10));
        given.RecordedAt.ShouldBe(PointInTime.From(new DateOnly(2025, 10, 9)));
    }

    [Fact]
    public void A_procedure_at_some_age_has_no_date() => Service("Procedure", "'performedAge':{'value':40,'unit':'a'}").From.ShouldBeNull();

    [Fact]
    public void A_problem_keeps_its_course()
    {
        var problem = Read<SourceCondition>("Condition", $$$"""
            {{{About}}},'code':{{{Concept("http://snomed.info/sct", "44054006")}}},'clinicalStatus':{{{Concept("urn:c", "remission")}}},'verificationStatus':{{{Concept("urn:v", "confirmed")}}},
            'category':[{{{Concept("urn:k", "problem-list-item")}}}],'onsetPeriod':{'start':'2001'},'abatementDateTime':'2020-05-06','recordedDate':'2002-01-01'
            """);

        (problem.ClinicalStatus, problem.Verification).ShouldBe(("remission", "confirmed"));
        problem.Categories[0].Value.ShouldBe("problem-list-item");
        (problem.From!.Value.On, problem.Until!.Value.On).ShouldBe((new PartialDate(2001), new PartialDate(2020, 5, 6)));
        Read<SourceCondition>("Condition", $"{About},'onsetAge':{{'value':40}}").From.ShouldBeNull();
    }

    [Fact]
    public void A_prescription_counts_from_its_writing_to_the_end_of_its_bounds()
    {
        var order = Service("MedicationRequest", $$$"""
            'status':'active','intent':'order','medicationCodeableConcept':{{{Concept("urn:rx", "1")}}},'authoredOn':'2026-01-01',
            'dosageInstruction':[{'timing':{'repeat':{'boundsPeriod':{'start':'2026-01-01','end':'2026-03-31'} } } }],'dispenseRequest':{'validityPeriod':{'end':'2026-12-31'}}
            """);

        (order.Intent, order.Codes[0].Value).ShouldBe(("order", "1"));
        (order.From!.Value.On.ToString(), order.Until!.Value.On.ToString()).ShouldBe(("2026-01-01", "2026-03-31"));
    }

    [Fact]
    public void A_medicine_named_by_a_resource_is_known_by_its_code()
    {
        Service("MedicationRequest", $$$"""'medicationReference':{'reference':'#m'},'contained':[{'resourceType':'Medication','id':'m','code':{{{Concept("urn:rx", "2")}}}}]""")
            .Codes.ShouldBe([new Code("urn:rx", "2")]);

        var bundle = Reading.Document($$$"""
            {'resourceType':'Bundle','type':'collection','entry':[
              {'resource':{'resourceType':'MedicationRequest','id':'r1',{{{About}}},'medicationReference':{'reference':'urn:uuid:7'} } },
              {'fullUrl':'urn:uuid:7','resource':{'resourceType':'Medication','id':'m7','code':{{{Concept("urn:rx", "3")}}} } }]}
            """);
        bundle.Only<SourceService>().Codes.ShouldBe([new Code("urn:rx", "3")]);
        bundle.Counted.Single(counted => counted.ResourceType is "Medication").IsKept.ShouldBeFalse();
    }

    [Fact]
    public void An_order_keeps_when_it_is_for_and_when_it_was_written()
    {
        var order = Service("ServiceRequest", $"'code':{Concept("urn:x", "scan")},'authoredOn':'2026-01-01','occurrenceDateTime':'2026-02-01'");

        (order.From!.Value.On.ToString(), order.RecordedAt!.Value.On.ToString()).ShouldBe(("2026-02-01", "2026-01-01"));
        Service("DeviceRequest", $"'codeCodeableConcept':{Concept("urn:x", "chair")},'authoredOn':'2026-01-01'").From!.Value.On.ToString().ShouldBe("2026-01-01");
    }

    [Fact]
    public void A_consent_keeps_what_it_permits_and_its_exceptions()
    {
        var reading = Reading.Document($$$"""
            {'resourceType':'Consent','id':'c1','status':'active','scope':{{{Concept("urn:s", "patient-privacy")}}},'patient':{'reference':'Patient/p1'},'dateTime':'2026-01-01',
             'policyRule':{{{Concept("urn:p", "OPTIN")}}},'provision':{'period':{'start':'2026-01-01','end':'2027-01-01'},
               'provision':[{'type':'deny','code':[{{{Concept("urn:rapport:channel", "sms")}}}],'purpose':[{'system':'urn:rapport:purpose','code':'relationship'}]}]}}
            """);

        var consents = reading.Records.Cast<SourceConsent>().ToList();
        consents.Select(consent => (consent.Id, consent.IsPermit)).ShouldBe([("c1", true), ("c1#2", false)]);
        consents[1].About.ShouldBe([new Code("urn:rapport:channel", "sms")]);
        consents[1].Purposes[0].Value.ShouldBe("relationship");
        consents[0].Until!.Value.On.ToString().ShouldBe("2027-01-01");
    }

    [Fact]
    public void A_care_plan_keeps_its_activities()
    {
        var plan = Read<SourceCarePlan>("CarePlan", $$$"""
            {{{About}}},'status':'active','category':[{{{Concept("urn:c", "1")}}}],'period':{'start':'2026-01-01'},
            'activity':[{'detail':{'code':{{{Concept("urn:a", "walk")}}},'status':'in-progress','scheduledPeriod':{'start':'2026-02-01','end':'2026-03-01'} } },{'reference':{'reference':'ServiceRequest/s1'}}]
            """);

        var walk = plan.Activities.ShouldHaveSingleItem();
        (walk.Status, walk.Codes[0].Value, walk.Until!.Value.On.ToString()).ShouldBe(("in-progress", "walk", "2026-03-01"));
    }

    [Fact]
    public void Flags_and_messages_of_others_are_kept()
    {
        var flag = Read<SourceFlag>("Flag", $"{About},'status':'active','code':{Concept("urn:f", "grief")},'period':{{'start':'2026-01-01'}}");
        (flag.Status, flag.Codes[0].Value).ShouldBe(("active", "grief"));

        var told = Read<SourceCommunication>("Communication", $$$"""
            'recipient':[{'reference':'Practitioner/d1'},{'reference':'Patient/p1'}],'status':'completed','sent':'2026-01-01T08:00:00Z','medium':[{{{Concept("urn:m", "SMSWRIT")}}}],'reasonCode':[{{{Concept("urn:r", "1")}}}],'topic':{{{Concept("urn:t", "2")}}}
            """);
        (told.Patient, told.Mediums[0].Value).ShouldBe(("p1", "SMSWRIT"));
        told.Reasons.Select(reason => reason.Value).ShouldBe(["1", "2"]);
    }

    [Fact]
    public void A_daughter_who_answers_the_phone_is_kept()
    {
        var daughter = Read<SourceRelatedPerson>("RelatedPerson", $$$"""
            'patient':{'reference':'Patient/p1'},'active':false,'relationship':[{{{Concept("http://terminology.hl7.org/CodeSystem/v3-RoleCode", "DAUC")}}}],'name':[{'text':'Eva'}],
            'telecom':[{'system':'phone','value':'1'}],'period':{'start':'2020-01-01','end':'2024-02'}
            """);

        (daughter.Patient, daughter.IsActive, daughter.Relations[0].Value).ShouldBe(("p1", false, "DAUC"));
        (daughter.From, daughter.Until).ShouldBe((new DateOnly(2020, 1, 1), new DateOnly(2024, 2, 29)));
    }

    [Fact]
    public void Slots_and_their_calendars_are_kept()
    {
        var slot = Read<SourceSlot>("Slot", "'schedule':{'reference':'Schedule/s1'},'status':'free','start':'2026-06-03T09:00:00Z','end':'2026-06-03T09:15:00Z'");
        (slot.Schedule, slot.Status).ShouldBe(("Schedule/s1", "free"));
        Read<SourceSchedule>("Schedule", "'actor':[{'reference':'Practitioner/d1'},{'reference':'Location/l1'}]").Actors.Count.ShouldBe(2);
    }
}
