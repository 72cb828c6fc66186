using Rapport.Core.Planning.Programs;

namespace Rapport.Core.Composing;

/// <summary>Reads the coarse facts of a message out of its pictures.</summary>
public static class Shades
{
    private const int MonthsOfALongGap = 24;

    /// <summary>The shades that suit, the most particular first; none for programs that need no colour.</summary>
    public static List<Shade> Of(ComposeRequest request)
    {
        var shades = new List<Shade>(2);
        switch (request.First.Program, request.First.Step)
        {
            case ("moments", "birthday"):
                if (!request.IsAddressShared && Interests.Of(request.Lead) is { } interest)
                {
                    shades.Add(Shade.Likes(interest.Word));
                }

                shades.Add(Shade.SeasonOf(request.Context.Today));
                break;
            case ("moments", _):
                shades.Add(Shade.SeasonOf(request.Context.Today));
                break;
            case ("appointment", "confirm" or "remind") when request.Patients.Count is 1 && request.Lead.Encounters.Count is 0:
                shades.Add(Shade.FirstVisit);
                break;
            case ("recall", _) when IsLongAgo(request):
                shades.Add(Shade.GapOfYears);
                break;
            default:
                break;
        }

        return shades;
    }

    private static bool IsLongAgo(ComposeRequest request) => request.Touches.Any(touch =>
        RecallProgram.LastDoneOf(touch.Subject) is { } last && last.AddMonths(MonthsOfALongGap) <= request.Context.Today);
}
