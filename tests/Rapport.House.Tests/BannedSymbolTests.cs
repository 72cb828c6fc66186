using System.Reflection;
using System.Text;

namespace Rapport.House.Tests;

/// <summary>The list of banned symbols names real things: a misspelt one is ignored by the analyzer without a word.</summary>
public sealed class BannedSymbolTests
{
    // Loaded so that their names can be looked up.
    private static readonly Assembly[] Library = [typeof(object).Assembly, Assembly.Load("System.Console"), typeof(HttpClient).Assembly, typeof(Uri).Assembly];

    [Fact]
    public void Every_banned_symbol_exists()
    {
        var symbols = Repository.Read("eng/BannedSymbols.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(';')[0].Trim()).ToList();

        symbols.Count.ShouldBeGreaterThan(10);
        symbols.Where(symbol => !Exists(symbol)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_ban_says_what_to_do_instead() =>
        Repository.Read("eng/BannedSymbols.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.Split(';', 2) is not [_, { Length: > 5 }]).ShouldBeEmpty();

    [Fact]
    public void A_misspelt_symbol_is_found()
    {
        Exists("P:System.DateTime.Nwo").ShouldBeFalse();
        Exists("M:System.Threading.Tasks.Task.Delay(System.Int23)").ShouldBeFalse();
        Exists("T:System.Consol").ShouldBeFalse();
    }

    private static bool Exists(string id)
    {
        var name = id[2..];
        if (id[0] is 'T')
        {
            return TypeOf(name) is not null;
        }

        var open = name.IndexOf('(', StringComparison.Ordinal);
        var cut = name.LastIndexOf('.', open < 0 ? name.Length - 1 : open);
        const BindingFlags Any = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        return TypeOf(name[..cut]) is { } type && id[0] switch
        {
            'P' => type.GetProperty(name[(cut + 1)..], Any) is not null,
            'M' => type.GetMethods(Any).Cast<MethodBase>().Concat(type.GetConstructors(Any)).Any(method => IdOf(method) == name[(cut + 1)..]),
            _ => false,
        };
    }

    private static Type? TypeOf(string name) => Library.Select(assembly => assembly.GetType(name)).FirstOrDefault(type => type is not null);

    // The C# documentation comment form: Name(Full.Type,Full.Type), constructors as #ctor.
    private static string IdOf(MethodBase method)
    {
        var id = new StringBuilder(method.IsConstructor ? "#ctor" : method.Name);
        var parameters = method.GetParameters();
        return parameters.Length is 0 ? id.ToString() : id.Append('(').AppendJoin(',', parameters.Select(p => p.ParameterType.FullName)).Append(')').ToString();
    }
}
