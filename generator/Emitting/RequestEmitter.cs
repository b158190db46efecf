using SsoOidcGen.Emitting.Codecs;
using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting;

/// <summary>The method that writes an operation's input as a request.</summary>
internal static class RequestEmitter
{
    public static void Write(CodeFile file, OperationPlan operation)
    {
        CodeWriter code = file.Code;
        RequestPlan request = operation.Request;
        using (code.Block($"public override void WriteRequest({operation.Input.Name} request, RequestWriter http)"))
        {
            foreach (MemberPlan member in request.IdempotencyTokens)
            {
                using (code.Block($"if (request.{member.PropertyName} is null)"))
                {
                    code.Line($"request = request with {{ {member.PropertyName} = http.IdempotencyToken() }};");
                }
            }

            foreach (TextPiece piece in request.HostPrefix)
            {
                code.Line($"http.HostPrefix({PieceText(piece)});");
            }

            WriteTarget(file, request.Target);
            foreach (ConstantHeader header in request.ConstantHeaders)
            {
                code.Line($"http.Header({Literals.String(header.Name)}, {Literals.String(header.Value)});");
            }

            foreach (PartPlan part in request.Message.Parts)
            {
                WriteHeader(file, part);
            }

            if (operation.RequestChecksum?.Algorithm is { } algorithm)
            {
                string name =
                    algorithm.Type is not EnumType ? ""
                    : algorithm.IsNullable ? "?.Value"
                    : ".Value";
                code.Line($"http.ChecksumWith(request.{algorithm.PropertyName}{name});");
            }

            RequestBodyEmitter.Write(file, operation);
        }
    }

    private static void WriteTarget(CodeFile file, TargetPlan target)
    {
        CodeWriter code = file.Code;
        if (target.IsConstant)
        {
            code.Line($"http.Target({Literals.String(target.Pattern)});");
            return;
        }

        foreach (TextPiece piece in target.Path)
        {
            string method = piece switch
            {
                MemberPiece { IsGreedy: true } => "GreedyLabel",
                MemberPiece => "Label",
                _ => "Path",
            };
            string whenEmpty = piece is MemberPiece { Member.WhenEmpty: { } text } ? ", " + Literals.String(text) : "";
            file.UsesDeprecated |= piece is MemberPiece { Member.Obsolete: not null };
            code.Line($"http.{method}({PieceText(piece)}{whenEmpty});");
        }

        foreach (ConstantQuery query in target.ConstantQuery)
        {
            string value = query.Value is null ? "" : ", " + Literals.String(query.Value);
            code.Line($"http.Query({Literals.String(query.Name)}{value});");
        }

        foreach (MemberPlan member in target.Query)
        {
            file.UsesDeprecated |= member.Obsolete is not null;
            string value = "request." + member.PropertyName;
            code.Line(
                member.Type is MapType
                    ? $"http.QueryMap({value});"
                    : $"http.Query({Literals.String(member.WireName)}, {BoundText.OfQuery(member, value)});"
            );
        }
    }

    private static string PieceText(TextPiece piece) =>
        piece switch
        {
            MemberPiece { Member: { } member } => BoundText.Of(member.Type, "request." + member.PropertyName),
            ConstantPiece constant => Literals.String(constant.Text),
            _ => throw new ArgumentException($"{piece} has no form in C#", nameof(piece)),
        };

    private static void WriteHeader(CodeFile file, PartPlan part)
    {
        string value = "request." + part.Member.PropertyName;
        string name = Literals.String(part.Member.WireName);
        switch (part)
        {
            case CopySourcePart:
                file.Code.Line($"http.Header({name}, S3RequestValues.CopySource({value}));");
                break;
            case KeyDigestPart digest:
                string key = "request." + digest.Key.PropertyName;
                file.Code.Line($"http.KeyDigest({name}, {key}, {value});");
                break;
            case HeaderPart:
                file.UsesDeprecated |= part.Member.Obsolete is not null;
                file.Code.Line($"http.Header({name}, {BoundText.OfHeader(part.Member, value)});");
                break;
            case PrefixHeadersPart:
                file.UsesDeprecated |= part.Member.Obsolete is not null;
                file.Code.Line($"http.PrefixHeaders({name}, {value});");
                break;
        }
    }
}
