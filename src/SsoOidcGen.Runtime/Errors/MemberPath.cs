using System.Text;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>The way from an input to the value that is being checked, for example <c>Tags["stage"].Values[3]</c>.</summary>
internal sealed class MemberPath
{
    private readonly List<Step> _steps = [];

    public void EnterMember(string name) => _steps.Add(new Step(name, Key: null, Index: 0));

    public void EnterItem(int index) => _steps.Add(new Step(Member: null, Key: null, index));

    public void EnterEntry(string key) => _steps.Add(new Step(Member: null, key, Index: 0));

    public void Leave() => _steps.RemoveAt(_steps.Count - 1);

    /// <summary>The path to a member of that value; to the value itself when the name is empty.</summary>
    public string To(string member)
    {
        StringBuilder path = new();
        foreach ((string? name, string? key, int index) in _steps)
        {
            if (name is not null)
            {
                Append(path, name);
            }
            else
            {
                path.Append('[').Append(key is null ? BindingText.Of(index) : $"\"{key}\"").Append(']');
            }
        }

        Append(path, member);
        return path.ToString();
    }

    private static void Append(StringBuilder path, string member) =>
        path.Append(path.Length > 0 && member.Length > 0 ? "." : "").Append(member);

    private sealed record Step(string? Member, string? Key, int Index);
}
