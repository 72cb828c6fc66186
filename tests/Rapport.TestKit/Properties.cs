using FsCheck;
using FsCheck.Fluent;

namespace Rapport.TestKit;

/// <summary>Laws that must hold for whatever chance brings; a failure names the case so that it can be played again.</summary>
public static class Properties
{
    public static void Hold<T>(Gen<T> cases, Action<T> law, int tests = 300) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(tests), Prop.ForAll(cases.ToArbitrary(), law));
}
