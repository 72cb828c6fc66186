using Rapport.Core.Intake;
using Rapport.Core.Primitives;
using Rapport.Formats.Fhir.Json;
using Rapport.Formats.Fhir.Values;

namespace Rapport.Formats.Fhir.Resources;

/// <summary>Reads visits that happened.</summary>
internal static class EncounterReader
{
    public static void Read(ref FhirCursor json)
    {
        var visit = default(EncounterDraft);
        while (json.NextResourceField())
        {
            ReadField(ref json, ref visit);
        }

        if (json.IsAbout(visit.Patient))
        {
            json.Session.Accept(visit.ToRecord(json.Head));
        }
    }

    private static void ReadField(ref FhirCursor json, ref EncounterDraft visit)
    {
        switch (json.Field)
        {
            case Field.Subject:
                visit.Patient = WhoseReader.Read(ref json);
                break;
            case Field.Status:
                visit.Status = json.Word();
                break;
            case Field.Class:
                visit.Class = CodingReader.ReadCodings(ref json) is [var code, ..] ? code.Value : null;
                break;
            case Field.Type:
                visit.Types = CodingReader.ReadConcepts(ref json);
                break;
            case Field.Period:
                visit.Period = PeriodReader.Read(ref json);
                break;
            case Field.Participant:
                visit.Practitioners = ReadEach(ref json, Field.Individual, "Practitioner");
                break;
            case Field.Location:
                visit.Location = ReadEach(ref json, Field.Location, "Location") is [var first, ..] ? first : null;
                break;
            case Field.Appointment:
                visit.Appointment = ReferenceReader.ReadAll(ref json, "Appointment") is [var booked, ..] ? booked : null;
                break;
            case Field.Hospitalization:
                visit.Discharge = ReadDischarge(ref json);
                break;
            case Field.ReasonCode:
                visit.Reasons = CodingReader.ReadConcepts(ref json);
                break;
            case Field.Diagnosis:
                visit.Diagnoses = ReadEach(ref json, Field.Condition, "Condition");
                break;
        }
    }

    // participant.individual, location.location, diagnosis.condition: a list of objects that each hold one reference.
    private static ValueList<string> ReadEach(ref FhirCursor json, Field wanted, string expected)
    {
        var all = default(ListDraft<string>);
        for (var items = json.EnterList(); json.Next(ref items);)
        {
            if (!json.EnterObject())
            {
                continue;
            }

            while (json.NextField())
            {
                if (json.Field == wanted && ReferenceReader.Read(ref json, expected) is { } reference && !ReferenceText.Is(reference, "RelatedPerson"))
                {
                    all.Add(reference);
                }
            }
        }

        return all.ToValueList();
    }

    private static ValueList<Code> ReadDischarge(ref FhirCursor json)
    {
        ValueList<Code> discharge = [];
        if (!json.EnterObject())
        {
            return discharge;
        }

        while (json.NextField())
        {
            if (json.Field is Field.DischargeDisposition)
            {
                discharge = CodingReader.ReadConcepts(ref json);
            }
        }

        return discharge;
    }
}

/// <summary>A visit while being read.</summary>
internal struct EncounterDraft
{
    public string? Patient;
    public string? Status;
    public string? Class;
    public string? Location;
    public string? Appointment;
    public ValueList<Code>? Types;
    public ValueList<Code>? Discharge;
    public ValueList<Code>? Reasons;
    public ValueList<string>? Practitioners;
    public ValueList<string>? Diagnoses;
    public Period Period;

    public readonly SourceEncounter ToRecord(in ResourceHead head) => new()
    {
        Id = head.Id!,
        UpdatedAt = head.UpdatedAt,
        Patient = Patient!,
        Status = Status,
        Class = Class,
        Types = Types ?? [],
        From = Period.From,
        Until = Period.Until,
        Practitioners = Practitioners ?? [],
        Location = Location,
        Appointment = Appointment,
        Discharge = Discharge ?? [],
        Reasons = Reasons ?? [],
        Diagnoses = Diagnoses ?? [],
    };
}
