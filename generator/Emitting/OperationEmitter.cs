using SsoOidcGen.Emitting.Codecs;
using SsoOidcGen.Emitting.Documentation;
using SsoOidcGen.Emitting.EndpointRules;
using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting;

/// <summary>The file of an operation: the client's method, the descriptor, and the types that only it uses.</summary>
internal static class OperationEmitter
{
    public static SourceFile Emit(OperationPlan operation, ServicePlan service)
    {
        CodeFile file = new(service);
        WriteMethod(file.Code, operation, service);
        WriteDescriptor(file, operation);
        TypeGroupEmitter.Write(file, operation.OwnTypes, service);
        return file.ToSourceFile("Operations/" + operation.Name);
    }

    /// <summary>The head of the client's method, as the interface declares it too.</summary>
    public static void WriteSignature(CodeWriter code, OperationPlan operation, string modifier, string end) =>
        code.List(
            $"{modifier}Task<{operation.Output.Name}> {operation.Name}Async(",
            [$"{operation.Input.Name} request", "CancellationToken cancellationToken = default"],
            ")" + end
        );

    private static void WriteMethod(CodeWriter code, OperationPlan operation, ServicePlan service)
    {
        using (code.Block($"{service.Accessibility} sealed partial class {service.ClientName}"))
        {
            XmlDocs.Write(code, operation.Documentation);
            code.Line("/// <param name=\"request\">The operation's input.</param>");
            code.Line("/// <param name=\"cancellationToken\">Cancels the operation.</param>");
            code.Line("/// <returns>The response.</returns>");
            foreach (ExceptionPlan error in operation.Errors)
            {
                XmlDocs.WriteException(code, error.Name, error.Documentation);
            }

            code.Line("/// <exception cref=\"ServiceException\">Any other error, or no readable response.</exception>");
            Attributes.WriteObsolete(code, operation.Obsolete);
            WriteSignature(code, operation, "public ", " =>");
            using (code.Indented())
            {
                code.Line($"InvokeAsync({operation.DescriptorName}.Descriptor, request, cancellationToken);");
            }

            code.Line();
            using (code.Block("public static partial class Operations"))
            {
                code.Line($"/// <summary>Describes <see cref=\"{operation.Name}Async\"/>.</summary>");
                code.Arrow(
                    $"public static Operation<{operation.Input.Name}, {operation.Output.Name}> {operation.PropertyName}",
                    operation.DescriptorName + ".Descriptor;"
                );
            }
        }
    }

    private static void WriteDescriptor(CodeFile file, OperationPlan operation)
    {
        CodeWriter code = file.Code;
        StructurePlan input = operation.Input;
        string baseType = $"Operation<{input.Name}, {operation.Output.Name}>";
        using (code.Block($"internal sealed class {operation.DescriptorName} : {baseType}"))
        {
            code.Line($"// {Wire(operation)}");
            using (code.Block($"public static readonly {operation.DescriptorName} Descriptor = new()", "};"))
            {
                WriteProperties(code, operation);
            }

            if (input.IsValidated)
            {
                code.Arrow(
                    $"public override void Validate({input.Name} request, ref ValidationErrors errors)",
                    $"{input.Name}Validation.Validate(request, ref errors);"
                );
            }

            if (input.ListsSensitiveValues)
            {
                code.Line();
                code.Arrow(
                    $"public override void AddSensitiveValues({input.Name} request, SensitiveValues values)",
                    $"{input.Name}SensitiveValues.Add(request, values);"
                );
            }

            EndpointBindingEmitter.Write(file, operation);
            code.Line();
            RequestEmitter.Write(file, operation);
            ResponseEmitter.Write(file, operation);
        }
    }

    private static void WriteProperties(CodeWriter code, OperationPlan operation)
    {
        code.Line($"Name = {Literals.String(operation.ModelName)},");
        code.Line($"Method = {Method(operation.Request.Method)},");
        if (operation.Auth is { } auth)
        {
            code.Line($"Auth = {AuthPrinter.Print(auth)},");
        }

        if (operation.CredentialsChain is { } chain)
        {
            code.Line($"Credentials = {chain}.Instance,");
        }

        WriteFlag(code, "HasUnsignedPayload", operation.HasUnsignedPayload);
        WriteFlag(code, "IsSensitive", operation.IsSensitive);
        WriteFlag(code, "BindsEndpoint", operation.BindsEndpoint);
        WriteFlag(code, "StreamsOutput", operation.StreamsOutput);
        if (operation.ReceivesInitialResponse)
        {
            code.Line("ReadInitialMessage = EventMessage.ReadFirstAsync,");
        }

        WriteFlag(code, "SendsEvents", operation.SendsEvents);
        WriteFlag(code, "RequiresHttp2", operation.RequiresHttp2);
        if (operation.Digest is { } digest)
        {
            code.Line($"AddDigest = {digest}.AddAsync,");
        }

        if (operation.RequestChecksum is { } checksum)
        {
            code.Line($"RequestChecksum = {Checksum(checksum)},");
        }

        if (operation.ChecksumModeHeader is { } header)
        {
            code.Line($"ResponseChecksum = new ResponseChecksum {{ ModeHeader = {Literals.String(header)} }},");
        }

        WriteFlag(code, "ExpectsContinue", operation.ExpectsContinue);
        if (operation.MayFailLate)
        {
            code.Line("IsErrorBody = S3Responses.IsError,");
        }

        if (operation.FindsRegion)
        {
            code.Line("FindRegion = S3Responses.FindRegion,");
        }

        if (operation.NotFoundCode is { } error)
        {
            code.Line($"NotFoundCode = {Literals.String(error)},");
        }

        if (operation.CompressesRequests)
        {
            code.Line("CompressRequest = RequestCompression.Gzip,");
        }
    }

    private static string Checksum(RequestChecksumPlan checksum)
    {
        string[] members =
        [
            .. checksum.IsRequired ? ["IsRequired = true"] : Array.Empty<string>(),
            .. checksum.AlgorithmHeader is { } header
                ? [$"AlgorithmHeader = {Literals.String(header)}"]
                : Array.Empty<string>(),
        ];
        return members.Length == 0
            ? "new RequestChecksum()"
            : $"new RequestChecksum {{ {string.Join(", ", members)} }}";
    }

    private static void WriteFlag(CodeWriter code, string name, bool value)
    {
        if (value)
        {
            code.Line($"{name} = true,");
        }
    }

    /// <summary>What goes over the wire, for the reader.</summary>
    private static string Wire(OperationPlan operation)
    {
        string auth = AuthPrinter.Describe(operation.Auth, operation.HasUnsignedPayload);
        return $"{operation.Request.Method} {operation.Request.Target.Pattern}, {auth}";
    }

    private static string Method(string method) =>
        method switch
        {
            "GET" => "HttpMethod.Get",
            "PUT" => "HttpMethod.Put",
            "POST" => "HttpMethod.Post",
            "DELETE" => "HttpMethod.Delete",
            "HEAD" => "HttpMethod.Head",
            "OPTIONS" => "HttpMethod.Options",
            "PATCH" => "HttpMethod.Patch",
            _ => $"new HttpMethod({Literals.String(method)})",
        };
}
