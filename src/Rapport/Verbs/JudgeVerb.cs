using System.CommandLine;
using Rapport.Screen;

namespace Rapport.Verbs;

internal static class JudgeVerb
{
    public static Command Build(Terminal terminal) => new("judge", "Judge");
}
