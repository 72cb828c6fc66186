using Rapport.Core.Intake;
using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Planning.Schedules.Facts;

/// <summary>Turns the records of a picture into facts. Records entered in error are no facts.</summary>
internal static class FactReader
{
    public static IEnumerable<Fact> Read(PatientPicture picture, CodeBook codes)
    {
        foreach (var service in picture.Services)
        {
            if (service.Status is not "entered-in-error")
            {
                yield return Of(service, codes);
            }
        }

        foreach (var condition in picture.Conditions)
        {
            if (condition.Verification is not ("entered-in-error" or "refuted"))
            {
                yield return Of(condition, codes);
            }
        }

        foreach (var visit in picture.Encounters)
        {
            if (visit.Status is not "entered-in-error")
            {
                yield return Of(visit, codes);
            }
        }
    }

    // A result that gives no day of its own counts from the day it was issued.
    private static Fact Of(SourceService service, CodeBook codes)
    {
        var from = service.From ?? service.RecordedAt;
        var until = service.Until ?? from;
        return new Fact
        {
            Kind = KindOf(service.Kind),
            Record = $"{service.Kind}/{service.Id}",
            Concepts = ConceptsOf(service.Codes, codes),
            Standing = StandingOf(service),
            Status = service.Status,
            StartsOn = from?.On.Earliest,
            EndsOn = until?.On.Latest,
            StartsAt = from?.At,
            EndsAt = until?.At,
            RecordedOn = service.RecordedAt?.On.Earliest,
            RecordedAt = service.RecordedAt?.At,
            NamedService = NamedIn(service.Codes),
            Service = service,
        };
    }

    // A problem without an end goes on, unless its status says that it is over: then we know only when it began.
    private static Fact Of(SourceCondition condition, CodeBook codes)
    {
        var from = condition.From ?? condition.RecordedOn;
        var goesOn = condition.ClinicalStatus is null or "active" or "recurrence" or "relapse";
        return new Fact
        {
            Kind = FactKind.Condition,
            Record = $"Condition/{condition.Id}",
            Concepts = ConceptsOf(condition.Codes, codes),
            Standing = Standing.Holds,
            Status = condition.ClinicalStatus,
            StartsOn = from?.On.Earliest,
            EndsOn = condition.Until?.On.Latest ?? (goesOn ? DateOnly.MaxValue : from?.On.Latest),
            StartsAt = from?.At,
            EndsAt = condition.Until?.At,
            Condition = condition,
        };
    }

    private static Fact Of(SourceEncounter visit, CodeBook codes) => new()
    {
        Kind = FactKind.Visit,
        Record = $"Encounter/{visit.Id}",
        Concepts = ConceptsOf(visit.Types, codes),
        Standing = visit.Status is "planned" or "cancelled" or "unknown" ? Standing.Open : Standing.Holds,
        Status = visit.Status,
        StartsOn = visit.From?.On.Earliest,
        EndsOn = (visit.Until ?? visit.From)?.On.Latest,
        StartsAt = visit.From?.At,
        EndsAt = (visit.Until ?? visit.From)?.At,
        Visit = visit,
    };

    private static ushort[] ConceptsOf(ValueList<Code> codes, CodeBook book)
    {
        if (codes.Count is 1)
        {
            return book.ConceptsOf(codes[0]);
        }

        HashSet<ushort> all = [];
        foreach (var code in codes)
        {
            all.UnionWith(book.ConceptsOf(code));
        }

        return [.. all.Order()];
    }

    private static string? NamedIn(ValueList<Code> codes)
    {
        foreach (var code in codes)
        {
            if (code.System is CodeSystems.Service)
            {
                return code.Value;
            }
        }

        return null;
    }

    private static FactKind KindOf(ServiceKind kind) => kind switch
    {
        ServiceKind.Procedure => FactKind.Procedure,
        ServiceKind.Immunization => FactKind.Immunization,
        ServiceKind.Observation => FactKind.Observation,
        ServiceKind.DiagnosticReport => FactKind.Report,
        ServiceKind.DeviceRequest => FactKind.Device,
        ServiceKind.ServiceRequest => FactKind.Order,
        _ => FactKind.Medication,
    };

    // A feed that gives no status, such as a plain CSV of services, lists what was done.
    private static Standing StandingOf(SourceService service)
    {
        if (service.IsNotDone || service.Status is "not-done")
        {
            return Standing.NotDone;
        }

        var holds = service.Kind switch
        {
            ServiceKind.Observation or ServiceKind.DiagnosticReport => service.Status is null or "final" or "amended" or "corrected" or "appended",
            ServiceKind.Procedure or ServiceKind.Immunization => service.Status is null or "completed",
            _ => service is { Status: null or "active" or "completed", Intent: null or "order" or "original-order" or "instance-order" or "filler-order" },
        };
        return holds ? Standing.Holds : Standing.Open;
    }
}
