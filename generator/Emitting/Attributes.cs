using SsoOidcGen.Emitting.Text;

namespace SsoOidcGen.Emitting;

internal static class Attributes
{
    /// <param name="reason">Null when the thing is not obsolete.</param>
    public static void WriteObsolete(CodeWriter code, string? reason)
    {
        if (reason is not null)
        {
            code.Line($"[Obsolete({Literals.String(reason)})]");
        }
    }
}
