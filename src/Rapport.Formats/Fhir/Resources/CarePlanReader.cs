using Rapport.Core.Intake;
using Rapport.Core.Primitives;
using Rapport.Formats.Fhir.Json;
using Rapport.Formats.Fhir.Values;

namespace Rapport.Formats.Fhir.Resources;

/// <summary>Reads plans of care and the activities that they spell out.</summary>
internal static class CarePlanReader
{
    public static void Read(ref FhirCursor json)
    {
        string? patient = null, status = null;
        ValueList<Code> categories = [];
        var period = default(Period);
        var activities = default(ListDraft<SourceActivity>);
        while (json.NextResourceField())
        {
            switch (json.Field)
            {
                case Field.Subject:
                    patient = WhoseReader.Read(ref json);
                    break;
                case Field.Status:
                    status = json.Word();
                    break;
                case Field.Category:
                    categories = CodingReader.ReadConcepts(ref json);
                    break;
                case Field.Period:
                    period = PeriodReader.Read(ref json);
                    break;
                case Field.Activity:
                    ReadActivities(ref json, ref activities);
                    break;
            }
        }

        if (json.IsAbout(patient))
        {
            json.Session.Accept(new SourceCarePlan
            {
                Id = json.Head.Id!,
                UpdatedAt = json.Head.UpdatedAt,
                Patient = patient!,
                Status = status,
                Categories = categories,
                From = period.From,
                Until = period.Until,
                Activities = activities.ToValueList(),
            });
        }
    }

    // activity.reference points at an order, which is a record of its own.
    private static void ReadActivities(ref FhirCursor json, ref ListDraft<SourceActivity> activities)
    {
        for (var items = json.EnterList(); json.Next(ref items);)
        {
            if (!json.EnterObject())
            {
                continue;
            }

            while (json.NextField())
            {
                if (json.Field is Field.Detail && json.EnterObject())
                {
                    activities.Add(ReadDetail(ref json));
                }
            }
        }
    }

    private static SourceActivity ReadDetail(ref FhirCursor json)
    {
        ValueList<Code> codes = [];
        string? status = null;
        var period = default(Period);
        while (json.NextField())
        {
            switch (json.Field)
            {
                case Field.Code:
                    codes = CodingReader.ReadConcepts(ref json);
                    break;
                case Field.Status:
                    status = json.Word();
                    break;
                case Field.ScheduledPeriod:
                    period = PeriodReader.Read(ref json);
                    break;
            }
        }

        return new SourceActivity { Codes = codes, Status = status, From = period.From, Until = period.Until };
    }
}
