using System.CommandLine;
using Rapport.Screen;

namespace Rapport.Verbs;

internal static class DoctorVerb
{
    public static Command Build(Terminal terminal) => new("doctor", "Check the settings");
}
