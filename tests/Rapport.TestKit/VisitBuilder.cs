using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.TestKit;

/// <summary>Builds a visit on the book.</summary>
public sealed class VisitBuilder
{
    public VisitBuilder(string id)
    {
        var start = Time.At("2026-03-06T14:00-05:00");
        Visit = new Visit
        {
            Id = id,
            Status = VisitStatus.Booked,
            StartsAt = start,
            EndsAt = start.AddMinutes(30),
            ServiceTypes = [new Code("urn:practice", "check-up")],
            Clinician = "Dr. Lee",
            Place = "12 Main Street",
        };
    }

    public Visit Visit { get; private set; }

    public VisitBuilder Starting(string at) => With(v => v with { StartsAt = Time.At(at), EndsAt = Time.At(at).AddMinutes(30) });

    public VisitBuilder Being(VisitStatus status) => With(v => v with { Status = status });

    public VisitBuilder Confirmed() => Being(VisitStatus.Confirmed);

    public VisitBuilder BookedAt(string at) => With(v => v with { BookedAt = Time.At(at) });

    public VisitBuilder MovedFrom(string start, string learnedAt) => With(v => v with { MovedFrom = Time.At(start), MovedAt = Time.At(learnedAt) });

    public VisitBuilder CancelledByPractice(string learnedAt) => With(v => v with { Status = VisitStatus.CancelledByPractice, CancelledAt = Time.At(learnedAt) });

    public VisitBuilder For(string service) => With(v => v with { ServiceTypes = [new Code("urn:practice", service)] });

    public VisitBuilder Sensitive() => For("womens-health").With(v => v with { Sensitivity = Sensitivity.Sensitive });

    public VisitBuilder With(Func<Visit, Visit> change)
    {
        Visit = change(Visit);
        return this;
    }
}
